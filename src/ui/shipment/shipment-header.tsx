import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ShipmentView } from "@/contracts/views/shipment";
import { openCounts } from "@/ui/document/open-fields";
import { Gates } from "@/ui/gate/gates";
import { Popover } from "@/ui/parts/popover";
import { TabLinks } from "@/ui/parts/tab-links";
import { TABS, type Tab } from "./tabs";

interface Props {
  readonly shipment: ShipmentView;
  readonly tab: Tab;
  /** What is not this reader's to see. */
  readonly hidden?: readonly Tab[];
}

/** What the shipment is, where it stands between its two gates, and the ways into it. */
export function ShipmentHeader({ shipment, tab, hidden = [] }: Props) {
  const t = useTranslations("shipment");
  // Only what was made for an order has one.
  const isFed = shipment.declaration.values.some((value) => value.method === "feed");
  return (
    <div className="flex flex-col gap-3 border-b bg-page px-4 pt-4 md:px-6">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h1 className="text-xl font-semibold">{shipment.reference}</h1>
        <span className="min-w-0 text-muted">{[shipment.consignee, shipment.goods].filter(Boolean).join(" · ")}</span>
        <span className="md:ml-auto">
          <Popover
            label={t("rekeyed")}
            trigger={
              <button
                type="button"
                className="min-h-6 text-sm text-muted underline decoration-dotted underline-offset-4 hover:text-text"
              >
                {t("rekeyed")}{" "}
                <strong data-testid="rekeyed-fields" className="text-text">
                  {shipment.rekeyedFields}
                </strong>
              </button>
            }
          >
            {t("rekeyedWhy")}
          </Popover>
        </span>
      </div>
      <Gates shipment={shipment} />
      <TabLinks
        label={t("sections")}
        tabs={TABS.filter((each) => (each !== "order" || isFed) && !hidden.includes(each)).map((each) => ({
          href: `?tab=${each}`,
          label: t(`tab.${each}`),
          isHere: each === tab,
          mark: <TabMark shipment={shipment} tab={each} />,
        }))}
      />
    </div>
  );
}

/** What there is to do behind a tab, so that nobody opens all of them to find it. */
function TabMark({ shipment, tab }: Props): ReactNode {
  const t = useTranslations("shipment");
  const { declaration, requirements, documentList } = shipment;
  const isDraft = shipment.declarationState !== "lodged";
  const open =
    tab === "documents" && isDraft
      ? openCounts(documentList).total
      : tab === "declaration" && isDraft && documentList.length > 0
        ? declaration.issues.filter((issue) => issue.severity === "error").length
        : tab === "requirements"
          ? requirements.filter((each) => each.state === "missing").length
          : 0;
  if (open === 0) return null;
  return (
    <span className="inline-flex h-4 min-w-4 items-center justify-center rounded-full bg-yellow-soft px-1 text-[0.6875rem] font-semibold text-yellow">
      <span aria-hidden>{open}</span>
      <span className="sr-only">{t("open", { count: open })}</span>
    </span>
  );
}
