"use client";

import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { cn } from "@/ui/parts/cn";
import { Select } from "@/ui/parts/select";
import type { Entry } from "./group-entries";
import { LayerIcon } from "./layer-icon";
import { LAYERS, type Layer, layerOf } from "./layers";
import { ACTORS, TIMELINE_QUERY } from "./timeline-query";

/** The select has no empty value. */
const ANY = "any";

interface Props {
  readonly entries: readonly Entry[];
  readonly documents: readonly { readonly id: string; readonly fileName: string }[];
}

/** By layer, by source, by who did it; it stands in the address, so that what is seen can be sent on. */
export function TimelineFilter({ entries, documents }: Props) {
  const t = useTranslations("timeline");
  const [query, setQuery] = useQueryStates(TIMELINE_QUERY);
  const toggle = (layer: Layer) => {
    const { layers } = query;
    void setQuery({ layers: layers.includes(layer) ? layers.filter((each) => each !== layer) : [...layers, layer] });
  };
  return (
    <div className="flex flex-wrap items-center gap-2">
      <fieldset className="flex flex-wrap gap-1">
        <legend className="sr-only">{t("layers")}</legend>
        {LAYERS.map((layer) => (
          <button
            key={layer}
            type="button"
            aria-pressed={query.layers.includes(layer)}
            onClick={() => toggle(layer)}
            className={cn(
              "inline-flex min-h-7 items-center gap-1.5 rounded-full border px-2.5 text-xs",
              query.layers.includes(layer) ? "border-accent bg-accent-soft font-medium text-accent" : "hover:bg-raised",
            )}
          >
            <LayerIcon layer={layer} />
            {t(`layer.${layer}`)}
            <span className="text-muted">{entries.filter((entry) => layerOf(entry.kind) === layer).length}</span>
          </button>
        ))}
      </fieldset>
      <div className="flex w-full flex-wrap gap-2 sm:ml-auto sm:w-auto">
        <Select
          aria-label={t("source")}
          className="w-full sm:w-52"
          value={query.source || ANY}
          onValueChange={(source) => void setQuery({ source: source === ANY ? null : source })}
          options={[
            { value: ANY, label: t("anySource") },
            ...documents.map(({ id, fileName }) => ({ value: id, label: fileName })),
          ]}
        />
        <Select
          aria-label={t("who")}
          className="w-full sm:w-40"
          value={query.actor}
          onValueChange={(actor) => void setQuery({ actor: actor as (typeof ACTORS)[number] })}
          options={ACTORS.map((actor) => ({ value: actor, label: t(`actor.${actor}`) }))}
        />
      </div>
    </div>
  );
}
