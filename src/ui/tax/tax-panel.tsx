import { Scale } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { TaxView } from "@/contracts/views/declaration";
import type { ShipmentView } from "@/contracts/views/shipment";
import type { LawView, PriceComparisonView } from "@/contracts/views/simulation";
import { IssueList } from "@/ui/declaration/issue-list";
import { assessedTax } from "@/ui/declaration/standing";
import { Alert } from "@/ui/parts/alert";
import { Amount } from "@/ui/parts/amount";
import { Button } from "@/ui/parts/button";
import { Section } from "@/ui/parts/card";
import { EmptyState } from "@/ui/parts/empty-state";
import { LawDateForm } from "./law-date-form";
import { LineLinks } from "./line-links";
import { ofLine } from "./of-line";
import { PaymentForm } from "./payment-form";
import { PriceHistory } from "./price-history";
import { TaxDifference } from "./tax-difference";
import { TaxSteps } from "./tax-steps";
import { TaxWaterfall } from "./tax-waterfall";

interface Props {
  readonly shipment: ShipmentView;
  /** What the goods come to under the law of the days that were asked for. */
  readonly laws: readonly LawView[];
  /** The goods line whose tax is shown; null for all of them. */
  readonly line: number | null;
  /** Unit prices beside earlier ones. */
  readonly prices: readonly PriceComparisonView[];
}

/**
 * From the customs value to what is due: the whole or one line as a picture, then every step with its law; under the law
 * of another day, or of two days beside each other.
 */
export function TaxPanel({ shipment, laws, line, prices }: Props) {
  const t = useTranslations("tax");
  const [first, second] = laws;
  const tax = first ? first.tax : (assessedTax(shipment) ?? shipment.declaration.tax);
  if (!tax && !first)
    return (
      <EmptyState
        icon={Scale}
        words={t("empty")}
        action={
          <Button asChild look="quiet">
            <Link href="?tab=declaration" scroll={false}>
              {t("complete")}
            </Link>
          </Button>
        }
      />
    );
  return (
    <div className="flex flex-col gap-6 px-4 pt-5 md:px-6">
      <Head shipment={shipment} tax={tax} isAsked={first !== undefined} />
      <LawDateForm
        asOf={first?.lawDate ?? null}
        against={second?.lawDate ?? null}
        lawDate={tax?.lawDate ?? first?.lawDate ?? ""}
      />
      {laws
        .filter((law) => law.tax === null)
        .map((law) => (
          <Alert key={law.lawDate} tone="warning">
            <p className="mb-2 font-medium">{t("noLaw", { date: law.lawDate })}</p>
            <IssueList issues={law.issues} />
          </Alert>
        ))}
      {first?.tax && second?.tax ? (
        <Section title={t("difference")}>
          <TaxDifference {...inOrder(first.tax, second.tax)} />
        </Section>
      ) : null}
      {tax ? <Figures tax={tax} line={line} laws={laws} /> : null}
      <PriceHistory prices={prices} />
    </div>
  );
}

/** What is due, by which law, and how it is secured. */
function Head({
  shipment,
  tax,
  isAsked,
}: {
  readonly shipment: ShipmentView;
  readonly tax: TaxView | null;
  readonly isAsked: boolean;
}) {
  const t = useTranslations("tax");
  if (!tax) return null;
  const isLodged = assessedTax(shipment) !== null && !isAsked;
  return (
    <>
      <div className="flex flex-wrap items-end gap-x-8 gap-y-2">
        <div>
          <p className="text-xs text-muted">{t("total")}</p>
          <p className="text-2xl font-semibold">
            <Amount value={tax.total} currency={tax.currency} />
          </p>
        </div>
        <p className="text-sm text-muted">
          {t(isAsked ? "asOfTitle" : isLodged ? "asLodged" : "preview", { date: tax.lawDate })}
        </p>
        {isLodged && tax.secured !== "none" ? (
          <p className="text-sm font-medium text-green md:ml-auto">✓ {t(`secured.${tax.secured}`)}</p>
        ) : null}
      </div>
      {isLodged && tax.secured === "none" ? (
        <Alert tone="warning">
          <PaymentForm
            key={tax.outstanding}
            shipmentId={shipment.id}
            amount={tax.outstanding}
            total={tax.total}
            currency={tax.currency}
          />
        </Alert>
      ) : null}
    </>
  );
}

/** The picture and the steps, of all lines or of one. */
function Figures({ tax, line, laws }: { readonly tax: TaxView } & Pick<Props, "line" | "laws">) {
  const t = useTranslations("tax");
  const lines = [...new Set(tax.steps.flatMap((step) => step.line ?? []))];
  const shown = line !== null && lines.includes(line) ? ofLine(tax, line) : tax;
  return (
    <>
      {lines.length > 1 ? <LineLinks lines={lines} line={shown === tax ? null : line} laws={laws} /> : null}
      <TaxWaterfall tax={shown} />
      <Section title={t("steps")}>
        <TaxSteps tax={shown} />
      </Section>
    </>
  );
}

/** The earlier law first, whichever was asked for first. */
function inOrder(one: TaxView, other: TaxView): { readonly before: TaxView; readonly after: TaxView } {
  return one.lawDate <= other.lawDate ? { before: one, after: other } : { before: other, after: one };
}
