import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { STAGES } from "@/domain/clearance/lifecycle";
import { Instant } from "@/ui/parts/instant";
import { useFactWords } from "./fact-words";
import { type Entry, groupEntries } from "./group-entries";
import { LayerIcon } from "./layer-icon";
import { layerOf } from "./layers";

interface Props {
  readonly entries: readonly Entry[];
  readonly documents: readonly { readonly id: string; readonly fileName: string }[];
}

const SHOWN = 9;

/** What happened last, the newest first; what belongs together is one line that opens. */
export function RecentEvents({ entries, documents }: Props) {
  const t = useTranslations("event");
  const groups = groupEntries(entries).slice(-SHOWN).reverse();
  return (
    <>
      <ol>
        {groups.map((group) => {
          const last = group.at(-1);
          if (!last) return null;
          const others = group.slice(0, -1).reverse();
          return (
            <li
              key={last.sequence}
              className="relative grid grid-cols-[1.25rem_minmax(0,1fr)] gap-x-2.5 pb-3 before:absolute before:bottom-0 before:left-[9.5px] before:top-5 before:w-px before:bg-line last:before:hidden"
            >
              <span className="inline-flex size-5 items-center justify-center rounded-full border bg-panel text-muted">
                <LayerIcon layer={layerOf(last.kind)} />
              </span>
              <div className="min-w-0">
                <EventLine entry={last} documents={documents} hasTime />
                {others.length > 0 ? (
                  <details className="group mt-0.5 text-sm">
                    <summary className="inline-flex min-h-6 list-none items-center gap-1 text-xs text-muted hover:text-text">
                      <ChevronRight aria-hidden className="size-3 transition-transform group-open:rotate-90" />
                      {t("more", { count: others.length })}
                    </summary>
                    <ul className="mt-1 flex flex-col gap-1.5 border-l pl-3">
                      {others.map((entry) => (
                        <li key={entry.sequence}>
                          <EventLine entry={entry} documents={documents} />
                        </li>
                      ))}
                    </ul>
                  </details>
                ) : null}
              </div>
            </li>
          );
        })}
      </ol>
      <Link href="?tab=timeline" scroll={false} className="text-sm text-accent underline underline-offset-2">
        {t("all", { count: entries.length })}
      </Link>
    </>
  );
}

interface LineProps extends Pick<Props, "documents"> {
  readonly entry: Entry;
  readonly hasTime?: boolean;
}

/** One event: what, about what, at which gate, and the beginning of its hash. */
function EventLine({ entry, documents, hasTime = false }: LineProps) {
  const t = useTranslations("event");
  const gates = useTranslations("gates");
  const words = useFactWords();
  const source = documents.find((each) => each.id === entry.subject || each.id === entry.facts.document);
  const facts = [words(entry.facts), source?.fileName].filter(Boolean).join(" · ");
  return (
    <>
      <p className="flex items-baseline gap-2 text-sm">
        <span className="min-w-0 flex-1 font-medium">
          {t.has(entry.kind) ? t(entry.kind) : entry.kind.replaceAll("_", " ")}
        </span>
        {hasTime ? <Instant at={entry.at} className="shrink-0 text-xs text-muted" /> : null}
      </p>
      {facts ? <p className="truncate text-xs text-muted">{facts}</p> : null}
      <p className="flex gap-2 text-xs text-muted">
        {entry.stage === null ? null : <span>{gates("gate", { number: STAGES.indexOf(entry.stage) + 1 })}</span>}
        <code className="text-[0.6875rem]">
          #{entry.sequence} {entry.hash.slice(0, 8)}
        </code>
      </p>
    </>
  );
}
