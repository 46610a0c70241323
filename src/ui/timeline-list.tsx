import { useFormatter, useTranslations } from "next-intl";
import type { TimelineView } from "@/contracts/views";

type Entry = TimelineView["entries"][number];

/** Events with their time, their actor and the start of their hash. */
export function TimelineList({ entries }: { readonly entries: readonly Entry[] }) {
  const t = useTranslations("event");
  const format = useFormatter();
  return (
    <ol className="flex flex-col border-l pl-4">
      {entries.map((entry) => (
        <li
          key={entry.sequence}
          className="relative pb-3.5 text-[13px] before:absolute before:-left-[20.5px] before:top-1.5 before:size-2 before:rounded-full before:border before:border-line-strong before:bg-panel"
        >
          <div className="flex flex-wrap items-baseline gap-x-2">
            <strong className="font-medium">
              {t.has(entry.kind) ? t(entry.kind) : entry.kind.replaceAll("_", " ")}
            </strong>
            <span className="break-all text-muted">{factsOf(entry.facts)}</span>
          </div>
          <div className="flex flex-wrap gap-x-2 text-[12px] text-muted">
            <time dateTime={entry.at}>
              {format.dateTime(new Date(entry.at), { dateStyle: "short", timeStyle: "medium" })}
            </time>
            <span>{entry.actor === "system" ? t("bySystem") : t("byPerson")}</span>
            <code title={entry.hash}>
              #{entry.sequence} {entry.hash.slice(0, 10)}
            </code>
          </div>
        </li>
      ))}
    </ol>
  );
}

const SHOWN = [
  "lane",
  "type",
  "reason",
  "version",
  "number",
  "field",
  "requirement",
  "outcome",
  "total",
  "by",
  "score",
  "state",
  "regime",
];

function factsOf(facts: Readonly<Record<string, string>>): string {
  return SHOWN.flatMap((name) => (facts[name] === undefined ? [] : [facts[name].replaceAll("_", " ")])).join(" · ");
}
