import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import type { TimelineView } from "@/contracts/views";
import { STAGES } from "@/domain/clearance/lifecycle";

type Entry = TimelineView["entries"][number];

interface Props {
  readonly entries: readonly Entry[];
  readonly documents: readonly { readonly id: string; readonly fileName: string }[];
}

/** Events with their time, who did it, what it concerns, and the start of their hash. */
export function TimelineList({ entries, documents }: Props) {
  const t = useTranslations("event");
  const gates = useTranslations("gates");
  const format = useFormatter();
  const words = useFactWords();
  return (
    <ol className="flex flex-col border-l pl-4">
      {entries.map((entry) => {
        const source = documents.find((each) => each.id === entry.subject || each.id === entry.facts.document);
        const gate = entry.stage === null ? 0 : STAGES.indexOf(entry.stage) + 1;
        return (
          <li
            key={entry.sequence}
            className="relative pb-3.5 text-[13px] before:absolute before:-left-[20.5px] before:top-1.5 before:size-2 before:rounded-full before:border before:border-line-strong before:bg-panel"
          >
            <div className="flex flex-wrap items-baseline gap-x-2">
              <strong className="font-medium">
                {t.has(entry.kind) ? t(entry.kind) : entry.kind.replaceAll("_", " ")}
              </strong>
              <span className="break-words text-muted">{words(entry.facts)}</span>
              {source ? (
                <Link href={`/broker/documents/${source.id}`} className="text-accent underline decoration-dotted">
                  {source.fileName}
                </Link>
              ) : null}
            </div>
            <div className="flex flex-wrap gap-x-2 text-[12px] text-muted">
              <time dateTime={entry.at}>
                {format.dateTime(new Date(entry.at), { dateStyle: "medium", timeStyle: "medium" })}
              </time>
              {gate > 0 ? <span>{gates("gate", { number: gate })}</span> : null}
              <span>{entry.actor === "system" ? t("bySystem") : t("byPerson")}</span>
              <code title={entry.hash}>
                #{entry.sequence} {entry.hash.slice(0, 10)}
              </code>
            </div>
          </li>
        );
      })}
    </ol>
  );
}

/** The facts of an entry that say something to a person, in the language of the screen. */
function useFactWords(): (facts: Readonly<Record<string, string>>) => string {
  const lanes = useTranslations("lane");
  const types = useTranslations("documentType");
  const names = useTranslations("field");
  const regimes = useTranslations("overview.regimeName");
  const states = useTranslations("requirements.state");
  const rejections = useTranslations("drop.rejection");
  const reasons = useTranslations("reasons");
  const fieldWords = (value: string) => {
    const line = /^lines\.(\d+)\./.exec(value)?.[1];
    const name = value.split(".").at(-1) ?? value;
    const words = names.has(name) ? names(name) : name;
    return line === undefined ? words : `${line}. ${words}`;
  };
  const known: Readonly<Record<string, (value: string) => string | null>> = {
    lane: (value) => (lanes.has(value) ? lanes(value) : value),
    type: (value) => (types.has(value) ? types(value) : value),
    reason: (value) => (rejections.has(value) ? rejections(value) : null),
    version: (value) => value,
    number: (value) => value,
    reference: (value) => value,
    field: fieldWords,
    requirement: (value) => (reasons.has(`requirement.${value}`) ? reasons(`requirement.${value}`) : value),
    state: (value) => (states.has(value) ? states(value) : value),
    outcome: (value) => (reasons.has(`outcome.${value}`) ? reasons(`outcome.${value}`) : value),
    total: (value) => `${value} CNY`,
    amount: (value) => `${value} CNY`,
    score: (value) => value,
    regime: (value) => (regimes.has(value) ? regimes(value) : value),
  };
  return (facts) =>
    Object.entries(known)
      .flatMap(([name, words]) => (facts[name] === undefined ? [] : (words(facts[name]) ?? [])))
      .join(" · ");
}
