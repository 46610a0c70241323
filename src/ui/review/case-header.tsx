import { useTranslations } from "next-intl";
import type { ReviewCaseView } from "@/contracts/views/review";
import { Gates } from "@/ui/gate/gates";
import { Amount } from "@/ui/parts/amount";
import { Button } from "@/ui/parts/button";
import { CaseAge } from "./case-age";
import { Slack } from "./slack";

/** Whose goods these are and where they stand. */
export function CaseHeader({ review }: { readonly review: ReviewCaseView }) {
  const t = useTranslations("review");
  const { shipment, broker, value, ruling } = review;
  return (
    <header className="flex flex-col gap-3">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h1 className="text-xl font-semibold">{shipment.reference}</h1>
        <span className="min-w-0 text-muted">
          {[broker, shipment.consignee, shipment.goods].filter(Boolean).join(" · ")}
        </span>
        <span className="flex gap-4 text-sm md:ml-auto">
          {value ? <Amount value={value.amount} currency={value.currency} className="font-medium" /> : null}
          <span className="text-muted">
            {t(ruling ? "decidedAt" : "waitsSince")} <CaseAge row={review} className="font-medium text-text" />
          </span>
          <span className="text-muted">
            {t(`clock.${review.clock}`)} <Slack dueAt={review.dueAt} className="font-medium" />
          </span>
        </span>
      </div>
      <Gates shipment={shipment} />
      <Button asChild look="quiet" className="lg:hidden">
        <a href="#decision">{t("toDecision")}</a>
      </Button>
    </header>
  );
}
