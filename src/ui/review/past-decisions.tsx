import { useTranslations } from "next-intl";
import type { ReviewCaseView } from "@/contracts/views/review";
import { isAdvice, isPassing } from "@/domain/review/decision";
import { Instant } from "@/ui/parts/instant";

type Decision = ReviewCaseView["decisionList"][number];

/** What officers ruled so far, and, apart from it, what the broker's own officer advised. */
export function PastDecisions({ review }: { readonly review: ReviewCaseView }) {
  const t = useTranslations("review");
  const rulings = review.decisionList.filter((decision) => !isAdvice(decision.outcome));
  const advice = review.decisionList.filter((decision) => isAdvice(decision.outcome));
  return (
    <>
      {review.needsTwoOfficers ? (
        <div className="rounded-md border border-blue/30 bg-blue-soft px-3 py-2 text-sm">
          <p className="font-medium">{t("twoOfficers", { decisions: review.decisions })}</p>
          <div aria-hidden className="mt-1.5 flex gap-1.5">
            {[1, 2].map((step) => (
              <span
                key={step}
                className={`h-1.5 flex-1 rounded-full ${review.decisions >= step ? "bg-blue" : "bg-line"}`}
              />
            ))}
          </div>
        </div>
      ) : null}
      {rulings.map((decision) => (
        <Ruling key={decision.at} decision={decision} />
      ))}
      {advice.length > 0 ? (
        <section className="rounded-md border border-dashed p-3">
          <h3 className="mb-1.5 text-xs font-medium text-muted">{t("adviceApart")}</h3>
          <div className="flex flex-col gap-2">
            {advice.map((decision) => (
              <Ruling key={decision.at} decision={decision} />
            ))}
          </div>
        </section>
      ) : null}
    </>
  );
}

function Ruling({ decision }: { readonly decision: Decision }) {
  const reasons = useTranslations("reasons");
  const isGood = isPassing(decision.outcome) || decision.outcome === "advise_pass";
  return (
    <div className="text-sm">
      <p className="flex flex-wrap items-baseline gap-x-2">
        <span className={isGood ? "font-medium text-green" : "font-medium text-red"}>
          {isGood ? "✓" : "■"} {reasons(`outcome.${decision.outcome}`)}
        </span>
        <span>{decision.officer}</span>
        <Instant at={decision.at} className="ml-auto text-xs text-muted" />
      </p>
      <p className="text-muted">{decision.reasons.map((code) => reasons(`decision.${code}`)).join(", ")}</p>
      {decision.note ? <p className="text-muted">“{decision.note}”</p> : null}
    </div>
  );
}
