import { useTranslations } from "next-intl";
import type { ReviewCaseView } from "@/contracts/views/review";
import { Section } from "@/ui/parts/card";
import { Supervision } from "@/ui/requirement/supervision";
import { Assessment } from "@/ui/risk/assessment";
import type { LaneBands } from "@/ui/risk/lane-bands";
import { Contradictions, contradictionsOf } from "./contradictions";
import { DeclaredList } from "./declared-list";

interface Props {
  readonly review: ReviewCaseView;
  readonly bandsOf: (scorecardVersion: string) => LaneBands | null;
}

/** The case laid out: what contradicts first, then why it is here, then each declared value beside its place. */
export function Dossier({ review, bandsOf }: Props) {
  const t = useTranslations("review");
  const supervised = useTranslations("supervision");
  const { shipment } = review;
  const risk = shipment.risk.findLast((each) => each.stage === review.stage);
  const conflicts = contradictionsOf(shipment.documentList).length;
  return (
    <div className="flex min-w-0 flex-col gap-7">
      {conflicts > 0 ? (
        <Section title={t("contradictions", { count: conflicts })}>
          <Contradictions documents={shipment.documentList} />
        </Section>
      ) : null}
      {risk ? (
        <div className="@container">
          <Assessment risk={risk} bands={bandsOf(risk.scorecardVersion)} />
        </div>
      ) : null}
      {shipment.supervision.length > 0 ? (
        <Section title={supervised("title")}>
          <Supervision supervision={shipment.supervision} />
        </Section>
      ) : null}
      <Section title={t("declared")}>
        <DeclaredList shipment={shipment} />
      </Section>
    </div>
  );
}
