import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { LawBasketView } from "@/contracts/views/law";
import { Alert } from "@/ui/parts/alert";
import { PageHeader } from "@/ui/parts/page-header";
import { BasketState } from "./basket-state";

interface Props {
  readonly basket: LawBasketView;
  readonly children: ReactNode;
}

/** What the basket is, how far it is, from when on it holds, and who stands behind it. */
export function BasketHeader({ basket, children }: Props) {
  const t = useTranslations("law");
  const { title, state, effectiveOn, openedBy, approvedBy, reason } = basket;
  return (
    <div className="flex flex-col gap-3">
      <p className="text-sm">
        <Link href="/admin/law">{t("title")}</Link>
      </p>
      <PageHeader
        title={title}
        lead={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <BasketState state={state} />
            <span>{t(`effective.${state}`, { day: effectiveOn })}</span>
            <span>
              {approvedBy
                ? t("approvedBy", { author: openedBy, approver: approvedBy })
                : t("openedBy", { author: openedBy })}
            </span>
          </span>
        }
      >
        {children}
      </PageHeader>
      {reason ? <Alert tone="warning">{reason}</Alert> : null}
      {state === "checked" && !basket.canApprove ? <Alert>{t("secondPerson")}</Alert> : null}
    </div>
  );
}
