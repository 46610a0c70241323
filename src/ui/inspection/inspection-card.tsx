import { useTranslations } from "next-intl";
import type { InspectionView } from "@/contracts/views/inspection";
import { Amount } from "@/ui/parts/amount";
import { Badge } from "@/ui/parts/badge";
import { Instant } from "@/ui/parts/instant";
import { AddPhoto } from "./add-photo";
import { ItemList } from "./item-list";
import { ResultForm } from "./result-form";

/** One look at goods: what was asked, and what was found or the form for it. */
export function InspectionCard({ inspection }: { readonly inspection: InspectionView }) {
  const t = useTranslations("inspection");
  const reasons = useTranslations("reasons");
  const words = (code: string) => (reasons.has(`decision.${code}`) ? reasons(`decision.${code}`) : t("blueLane"));
  return (
    <article className="flex flex-col gap-2 rounded-md border bg-panel p-3 text-sm">
      <p className="flex flex-wrap items-baseline gap-x-2">
        <Badge tone={inspection.state === "recorded" ? "green" : "plain"}>{t(`state.${inspection.state}`)}</Badge>
        <span className="font-medium">
          {t(`kind.${inspection.kind}`)} · {t("lines", { lines: inspection.lines.join(", ") })}
        </span>
        <span className="ml-auto text-xs text-muted">
          {inspection.orderedBy} · <Instant at={inspection.orderedAt} />
        </span>
      </p>
      <p className="text-muted">
        {[inspection.reasons.map(words).join(", "), inspection.packages, inspection.team, inspection.note]
          .filter(Boolean)
          .join(" · ")}
      </p>
      {inspection.results.length > 0 ? (
        <ul className="flex flex-col gap-1">
          {inspection.results.map((result) => (
            <li key={result.line} className="flex flex-wrap gap-x-2">
              <span>{t("line", { line: result.line })}</span>
              <span className={result.irregularity ? "font-medium text-red" : "text-green"}>
                {result.irregularity ? `■ ${t(`irregularity.${result.irregularity}`)}` : `✓ ${t("asDeclared")}`}
              </span>
              {result.irregularity ? <Amount value={result.revenue} currency="CNY" /> : null}
              {result.finding ? <span className="text-muted">“{result.finding}”</span> : null}
            </li>
          ))}
        </ul>
      ) : null}
      <ItemList inspection={inspection} mayAct />
      {inspection.findings ? <p>“{inspection.findings}”</p> : null}
      {inspection.photos.length > 0 ? (
        <ul className="flex flex-wrap gap-2">
          {inspection.photos.map((photo) => (
            <li key={photo.sha256}>
              <a href={`/api/v1/inspection-photos/${photo.sha256}`} target="_blank" rel="noreferrer">
                {/* biome-ignore lint/performance/noImgElement: the picture is behind the API and of unknown size */}
                <img
                  src={`/api/v1/inspection-photos/${photo.sha256}`}
                  alt={photo.fileName}
                  className="size-16 rounded-sm border object-cover"
                />
              </a>
            </li>
          ))}
        </ul>
      ) : null}
      <AddPhoto inspectionId={inspection.id} />
      {inspection.state === "ordered" ? (
        <ResultForm
          path={`/inspections/${inspection.id}/result`}
          lines={inspection.lines}
          items={inspection.items.filter(({ check }) => check !== "sample")}
        />
      ) : null}
    </article>
  );
}
