import Link from "next/link";
import { useTranslations } from "next-intl";
import type { InspectionView } from "@/contracts/views/inspection";
import type { ReviewCaseView } from "@/contracts/views/review";
import { Section } from "@/ui/parts/card";
import { InspectionCard } from "./inspection-card";
import { OrderInspection } from "./order-inspection";

interface Props {
  readonly review: ReviewCaseView;
  readonly inspections: readonly InspectionView[];
}

/** The looks at the goods of a case, those of the other gate with a link; what was found there is not asked again. */
export function InspectionSection({ review, inspections }: Props) {
  const t = useTranslations("inspection");
  const lines = [...new Set(review.shipment.declaration.values.flatMap(({ line }) => (line === null ? [] : [line])))];
  const canOrder = review.state === "open" && review.standing === "in_examination" && review.claimedByMe;
  if (inspections.length === 0 && !canOrder) return null;
  return (
    <Section
      title={t("title")}
      aside={canOrder ? <OrderInspection caseId={review.caseId} lines={lines} stage={review.stage} /> : null}
      id="inspections"
    >
      <ul className="flex flex-col gap-3">
        {inspections.map((inspection) => (
          <li key={inspection.id}>
            {inspection.stage === review.stage ? null : (
              <p className="mb-1 text-xs text-muted">
                {t(inspection.isFlagged ? "otherGateFlagged" : "otherGate")}{" "}
                {inspection.caseId ? (
                  <Link href={`/compliance/reviews/${inspection.caseId}`}>{t("thatCase")}</Link>
                ) : null}
              </p>
            )}
            <InspectionCard inspection={inspection} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
