import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import type { ShipmentView, TimelineView } from "@/contracts/views";
import { TimelineList } from "@/ui/evidence/timeline-list";
import { LaneBadge } from "@/ui/gate/lane";

interface Props {
  readonly shipment: ShipmentView;
  readonly timeline: TimelineView | null;
}

const RECENT = 12;

/** What matters now: the next thing to do, the facts, the release orders, and what happened last. */
export function Overview({ shipment, timeline }: Props) {
  const t = useTranslations("overview");
  const format = useFormatter();
  const { declaration, tax } = shipment;
  const errors = declaration.issues.filter((issue) => issue.severity === "error").length;
  const next = nextStep(shipment, errors);
  const risk = shipment.risk.at(-1);
  return (
    <div className="grid gap-6 px-4 pt-6 md:px-6 xl:grid-cols-[1fr_400px]">
      <div className="flex min-w-0 flex-col gap-6">
        <section className="flex flex-wrap items-center gap-3 rounded-md border border-accent bg-accent-soft px-4 py-3.5">
          <h2 className="text-sm font-semibold">{t("next")}</h2>
          <p className="text-sm">{t(`step.${next.step}`, { count: next.count })}</p>
          {next.href ? (
            <Link
              href={next.href}
              className="ml-auto inline-flex min-h-9 items-center rounded-md bg-accent px-3.5 text-sm font-medium text-accent-text"
            >
              {t("go")}
            </Link>
          ) : null}
        </section>
        <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-md border bg-line lg:grid-cols-4">
          <Fact label={t("regime")} value={t(`regimeName.${shipment.regime}`)} />
          <Fact
            label={t("value")}
            value={
              shipment.value
                ? `${format.number(Number(shipment.value.amount), { minimumFractionDigits: 2 })} ${shipment.value.currency}`
                : "—"
            }
          />
          <Fact
            label={t("tax")}
            value={tax ? `${format.number(Number(tax.total), { minimumFractionDigits: 2 })} ${tax.currency}` : "—"}
          />
          <Fact label={t("office")} value={shipment.office?.name ?? "—"} />
        </dl>
        {risk ? (
          <p className="flex flex-wrap items-center gap-2 text-sm">
            <span className="text-muted">{t("lane")}</span>
            <LaneBadge lane={risk.lane} />
            <span className="text-muted">{t("score", { score: risk.score })}</span>
            <Link href="?tab=risk" className="text-accent underline">
              {t("why")}
            </Link>
          </p>
        ) : null}
        {shipment.releaseOrders.length > 0 ? (
          <section>
            <h2 className="mb-2 text-sm font-semibold">{t("releases")}</h2>
            <ul className="flex flex-col gap-2">
              {shipment.releaseOrders.map((order) => (
                <li key={order.id} className="flex flex-wrap gap-x-4 rounded-md border bg-panel px-4 py-2.5 text-sm">
                  <strong className="font-medium">{order.number}</strong>
                  <span className="text-muted">
                    {format.dateTime(new Date(order.issuedAt), { dateStyle: "medium", timeStyle: "short" })}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        ) : null}
      </div>
      <aside className="min-w-0">
        <h2 className="mb-2 text-sm font-semibold">{t("recent")}</h2>
        {timeline ? (
          <TimelineList entries={timeline.entries.slice(-RECENT).reverse()} documents={shipment.documentList} />
        ) : null}
      </aside>
    </div>
  );
}

function Fact({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <div className="bg-panel px-4 py-3">
      <dt className="text-[12px] text-muted">{label}</dt>
      <dd className="mt-0.5 font-medium">{value}</dd>
    </div>
  );
}

function nextStep(
  shipment: ShipmentView,
  errors: number,
): { readonly step: string; readonly count: number; readonly href: string | null } {
  const [exit, distribution] = shipment.gates;
  const missing = shipment.requirements.filter((each) => each.state === "missing").length;
  if (shipment.documents.total === 0) return { step: "upload", count: 0, href: "?tab=documents" };
  if (
    shipment.documents.read < shipment.documents.total &&
    shipment.documentList.some((each) => ["stored", "reading"].includes(each.state))
  )
    return { step: "reading", count: 0, href: null };
  if (shipment.declarationVersion === null)
    return errors > 0
      ? { step: "resolve", count: errors, href: "?tab=declaration" }
      : { step: "lodge", count: 0, href: "?tab=declaration" };
  if (exit?.waitingFor.includes("tax_not_secured")) return { step: "pay", count: 0, href: "?tab=tax" };
  if (exit?.state === "refused" || distribution?.state === "refused")
    return { step: "refused", count: 0, href: "?tab=timeline" };
  if (distribution?.state === "released") return { step: "done", count: 0, href: null };
  if (missing > 0) return { step: "evidence", count: missing, href: "?tab=requirements" };
  return { step: "wait", count: 0, href: null };
}
