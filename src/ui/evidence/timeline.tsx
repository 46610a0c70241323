"use client";

import { SearchX } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import type { TimelineView } from "@/contracts/views/timeline";
import { STAGES } from "@/domain/clearance/lifecycle";
import { Button } from "@/ui/parts/button";
import { EmptyState } from "@/ui/parts/empty-state";
import { Instant } from "@/ui/parts/instant";
import { useFactWords } from "./fact-words";
import type { Entry } from "./group-entries";
import { LayerIcon } from "./layer-icon";
import { layerOf } from "./layers";
import { TimelineFilter } from "./timeline-filter";
import { actorOf, TIMELINE_QUERY } from "./timeline-query";
import { VerifyChain } from "./verify-chain";

interface Props {
  readonly shipmentId: string;
  readonly timeline: TimelineView;
  readonly documents: readonly { readonly id: string; readonly fileName: string }[];
  /** Who looks, so that their own acts are named as theirs. */
  readonly me: string;
}

/** Every event in order, each tied to the one before by its hash; the button computes the chain again. */
export function Timeline({ shipmentId, timeline, documents, me }: Props) {
  const t = useTranslations("timeline");
  const [query, setQuery] = useQueryStates(TIMELINE_QUERY);
  const isShown = (entry: Entry) =>
    (query.layers.length === 0 || query.layers.includes(layerOf(entry.kind))) &&
    (query.source === "" || entry.subject === query.source || entry.facts.document === query.source) &&
    (query.actor === "all" || actorOf(entry.actor, me) === query.actor);
  const shown = timeline.entries.filter(isShown);
  return (
    <div className="flex flex-col gap-4 px-4 pt-5 md:px-6">
      <VerifyChain shipmentId={shipmentId} />
      <TimelineFilter entries={timeline.entries} documents={documents} />
      {shown.length === 0 ? (
        <EmptyState
          icon={SearchX}
          words={t("nothing")}
          action={
            <Button look="quiet" onClick={() => void setQuery(null)}>
              {t("showAll")}
            </Button>
          }
        />
      ) : (
        <ol className="rounded-md border bg-panel">
          {shown.map((entry, index) => (
            <TimelineRow
              key={entry.sequence}
              entry={entry}
              documents={documents}
              actor={actorOf(entry.actor, me)}
              isJoined={shown[index - 1]?.sequence === entry.sequence - 1}
            />
          ))}
        </ol>
      )}
    </div>
  );
}

interface RowProps extends Pick<Props, "documents"> {
  readonly entry: Entry;
  readonly actor: string;
  /** Whether the entry before it in the chain is the one that is drawn above. */
  readonly isJoined: boolean;
}

function TimelineRow({ entry, documents, actor, isJoined }: RowProps) {
  const t = useTranslations("event");
  const gates = useTranslations("gates");
  const timeline = useTranslations("timeline");
  const facts = useFactWords()(entry.facts);
  const source = documents.find((each) => each.id === entry.subject || each.id === entry.facts.document);
  return (
    <li className="grid grid-cols-[1.5rem_minmax(0,1fr)] gap-x-2.5 border-t px-3 py-1.5 text-sm first:border-t-0 lg:grid-cols-[1.75rem_9.5rem_minmax(0,1fr)_5rem_6.5rem_13rem] lg:items-baseline">
      <span className="text-xs leading-[1.125rem] text-muted lg:order-1 lg:text-right">{entry.sequence}</span>
      <span className="flex min-w-0 flex-wrap items-baseline gap-x-2 lg:order-3">
        <span className="font-medium">
          <LayerIcon layer={layerOf(entry.kind)} className="-mt-0.5 mr-1.5 inline" />
          {t.has(entry.kind) ? t(entry.kind) : entry.kind.replaceAll("_", " ")}
        </span>
        {facts ? <span className="break-words text-muted">{facts}</span> : null}
        {source ? (
          <Link
            href={`/broker/documents/${source.id}`}
            className="text-accent underline decoration-dotted underline-offset-2"
          >
            {source.fileName}
          </Link>
        ) : null}
      </span>
      <span className="col-start-2 flex flex-wrap gap-x-3 text-xs text-muted lg:contents">
        <Instant at={entry.at} look="full" className="lg:order-2" />
        <span className="empty:hidden lg:order-4 lg:empty:block">
          {entry.stage === null ? null : gates("gate", { number: STAGES.indexOf(entry.stage) + 1 })}
        </span>
        <span className="lg:order-5">{timeline(`actor.${actor}`)}</span>
        <code
          className="truncate lg:order-6"
          title={timeline("hashes", { hash: entry.hash, previous: entry.previousHash })}
        >
          <span aria-hidden>{isJoined ? "↳ " : "⋯ "}</span>
          {entry.hash.slice(0, 8)} ← {entry.previousHash.slice(0, 8)}
        </code>
      </span>
    </li>
  );
}
