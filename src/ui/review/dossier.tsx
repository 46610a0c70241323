import { useTranslations } from "next-intl";
import type { PreExaminationView } from "@/contracts/views/pre-examination";
import type { ReviewCaseView } from "@/contracts/views/review";
import { Section } from "@/ui/parts/card";
import { PreExamination } from "@/ui/pre-examination/pre-examination";
import { Supervision } from "@/ui/requirement/supervision";
import { Assessment } from "@/ui/risk/assessment";
import type { LaneBands } from "@/ui/risk/lane-bands";
import { Contradictions, contradictionsOf } from "./contradictions";
import { DeclaredList } from "./declared-list";

interface Props {
  readonly review: ReviewCaseView;
  /** What was found before the case was opened; null where the reader has none. */
  readonly examination?: PreExaminationView | null;
  /** Whether the reader decides. */
  readonly canAct?: boolean;
  readonly bandsOf: (scorecardVersion: string) => LaneBands | null;
}

/** The case laid out: what contradicts first, then why it is here, then each declared value beside its place. */
export function Dossier({ review, examination = null, canAct = false, bandsOf }: Props) {
  const t = useTranslations("review");
  const supervised = useTranslations("supervision");
  const { shipment } = review;
  const risk = shipment.risk.findLast((each) => each.stage === review.stage);
  const contradicting = contradictionsOf(shipment.documentList).map(({ name }) => name);
  const conflicts = contradicting.length;
  return (
    <div className="flex min-w-0 flex-col gap-7">
      {conflicts > 0 ? (
        <Section title={t("contradictions", { count: conflicts })}>
          <Contradictions documents={shipment.documentList} />
        </Section>
      ) : null}
      {examination ? (
        <PreExamination
          examination={examination}
          documents={shipment.documentList}
          shown={contradicting}
          canAct={canAct}
        />
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
      <Section title={t("declared")} id="declared">
        <DeclaredList shipment={shipment} />
      </Section>
    </div>
  );
}
