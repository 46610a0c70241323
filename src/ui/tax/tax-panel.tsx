import { useFormatter, useTranslations } from "next-intl";
import type { ShipmentView, TaxView } from "@/contracts/views";
import { PaymentForm } from "@/ui/tax/payment-form";

/** The tax as a waterfall: each step with its formula, rate, law and date. */
export function TaxPanel({ shipment }: { readonly shipment: ShipmentView }) {
  const t = useTranslations("tax");
  const tax = shipment.tax ?? shipment.declaration.tax;
  if (!tax) return <p className="px-6 py-12 text-center text-muted">{t("empty")}</p>;
  const isLodged = shipment.tax !== null;
  return (
    <div className="flex flex-col gap-6 px-4 pt-6 md:px-6">
      <p className="text-muted">{t(isLodged ? "asLodged" : "preview", { date: tax.lawDate })}</p>
      <Totals tax={tax} />
      {isLodged && tax.secured === "none" ? (
        <PaymentForm shipmentId={shipment.id} amount={tax.total} currency={tax.currency} />
      ) : null}
      {isLodged && tax.secured !== "none" ? (
        <p className="font-medium text-green">✓ {t(`secured.${tax.secured}`)}</p>
      ) : null}
      <Steps tax={tax} />
    </div>
  );
}

function Totals({ tax }: { readonly tax: TaxView }) {
  const t = useTranslations("tax");
  const format = useFormatter();
  const whole = Number(tax.customsValue) + Number(tax.total);
  const parts = [
    { key: "customs_value", amount: tax.customsValue, colour: "fill-line-strong" },
    { key: "duty", amount: tax.duty, colour: "fill-accent" },
    { key: "consumption_tax", amount: tax.consumptionTax, colour: "fill-yellow" },
    { key: "vat", amount: tax.vat, colour: "fill-blue" },
  ];
  let start = 0;
  return (
    <ul className="flex flex-col gap-1.5 rounded-md border bg-panel p-4">
      {parts.map(({ key, amount, colour }) => {
        const share = whole === 0 ? 0 : (Number(amount) / whole) * 100;
        const left = start;
        start += share;
        return (
          <li key={key} className="grid grid-cols-[8rem_1fr_7rem] items-center gap-3 text-[13px]">
            <span>{t(`kind.${key}`)}</span>
            <svg
              className="h-4 w-full rounded bg-raised"
              viewBox="0 0 100 4"
              preserveAspectRatio="none"
              aria-hidden="true"
            >
              <rect x={left} y="0" width={share === 0 ? 0 : Math.max(share, 0.4)} height="4" className={colour} />
            </svg>
            <span className="text-right font-medium">
              {format.number(Number(amount), { minimumFractionDigits: 2 })}
            </span>
          </li>
        );
      })}
      <li className="mt-1 grid grid-cols-[8rem_1fr_7rem] gap-3 border-t pt-2 text-sm font-semibold">
        <span>{t("total")}</span>
        <span className="text-[12px] font-normal text-muted">{tax.currency}</span>
        <span className="text-right">{format.number(Number(tax.total), { minimumFractionDigits: 2 })}</span>
      </li>
    </ul>
  );
}

function Steps({ tax }: { readonly tax: TaxView }) {
  const t = useTranslations("tax");
  const format = useFormatter();
  return (
    <ol className="flex flex-col gap-2">
      {tax.steps.map((step) => (
        <li key={`${step.kind}-${step.line ?? 0}-${step.formula}`} className="rounded-md border bg-panel px-4 py-3">
          <div className="flex flex-wrap items-baseline gap-x-3">
            <strong className="font-medium">{t(`kind.${step.kind}`)}</strong>
            {step.line === null ? null : (
              <span className="text-[12px] text-muted">{t("line", { line: step.line })}</span>
            )}
            {step.rate ? <span className="text-[13px] text-muted">{step.rate}</span> : null}
            <span className="ml-auto font-medium">
              {format.number(Number(step.amount), { minimumFractionDigits: 2 })}
            </span>
          </div>
          <p className="mt-0.5 break-words font-mono text-[12.5px]">{step.formula}</p>
          <p className="mt-0.5 text-[12px] text-muted">
            {step.citation} · {t("since", { date: step.validFrom })}
          </p>
        </li>
      ))}
    </ol>
  );
}
