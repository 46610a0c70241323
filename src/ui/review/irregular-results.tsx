import { useTranslations } from "next-intl";
import type { InspectionView } from "@/contracts/views/inspection";
import { Instant } from "@/ui/parts/instant";

/** What an inspection found wrong, beside the decision: line, kind, who recorded it and when. */
export function IrregularResults({ inspections }: { readonly inspections: readonly InspectionView[] }) {
  const t = useTranslations("inspection");
  const found = inspections.flatMap(({ id, results, recordedBy, recordedAt }) =>
    results.flatMap(({ line, irregularity }) =>
      irregularity ? [{ id, line, irregularity, recordedBy, recordedAt }] : [],
    ),
  );
  if (found.length === 0) return null;
  return (
    <ul aria-label={t("result")} className="text-sm">
      {found.map(({ id, line, irregularity, recordedBy, recordedAt }) => (
        <li key={`${id}-${line}`}>
          <span className="font-medium text-red">
            ■ {line}: {t(`irregularity.${irregularity}`)}
          </span>{" "}
          <span className="text-xs text-muted">
            {recordedBy} {recordedAt ? <Instant at={recordedAt} /> : null}
          </span>
        </li>
      ))}
    </ul>
  );
}
