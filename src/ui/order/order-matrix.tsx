import Link from "next/link";
import { useTranslations } from "next-intl";
import type { OrderRuleView, OrderView } from "@/contracts/views/order";
import { MATCHED } from "@/domain/three-documents/documents";
import { Alert } from "@/ui/parts/alert";
import { Amount } from "@/ui/parts/amount";
import { Badge } from "@/ui/parts/badge";
import { Instant } from "@/ui/parts/instant";
import { Table, TableCell, TableHead, TableRow } from "@/ui/parts/table";
import { OrderState } from "./order-state";

/** An order rule by rule: what each document states, both values where they differ, and what to do about it. */
export function OrderMatrix({ order }: { readonly order: OrderView }) {
  const t = useTranslations("orders");
  return (
    <div className="flex flex-col gap-4 px-4 pt-4 md:px-6">
      <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
        <OrderState state={order.state} />
        <span>
          <span className="text-muted">{t("matrix.buyer")}</span> {order.buyerMasked}
        </span>
        <Amount value={order.goodsValue} currency="CNY" />
        <span className="text-muted">
          {t("matrix.placed")} <Instant at={order.placedAt} />
        </span>
        {order.points > 0 ? <Badge tone="yellow">{t("matrix.points", { points: order.points })}</Badge> : null}
        {order.shipmentId ? (
          <Link href={`/broker/shipments/${order.shipmentId}`}>
            {t("matrix.shipment")} {order.shipmentReference}
          </Link>
        ) : null}
        {order.isWithdrawn ? <Badge tone="yellow">{t("matrix.withdrawn")}</Badge> : null}
      </p>
      {order.excludedReason ? (
        <Alert tone="warning">{t("matrix.excluded", { reason: order.excludedReason })}</Alert>
      ) : null}
      {order.contradictions.map(({ kind, fields }) => (
        <Alert key={kind} tone="warning">
          {t("matrix.contradiction", { kind: t(`document.${kind}`), fields: fields.join(", ") })}{" "}
          {order.state === "lodged" ? t("matrix.contradictionLodged") : null}
        </Alert>
      ))}
      {order.results.length === 0 ? (
        <p className="text-muted">{t("matrix.empty")}</p>
      ) : (
        <Table label={t("matrix.table")} isStacked>
          <thead>
            <tr className="text-left">
              <TableHead>{t("matrix.rule")}</TableHead>
              <TableHead>{t("matrix.result")}</TableHead>
              {MATCHED.map((source) => (
                <TableHead key={source}>{t(`document.${source}`)}</TableHead>
              ))}
              <TableHead>{t("matrix.fix")}</TableHead>
            </tr>
          </thead>
          <tbody>
            {inOrder(order.results).map((result) => (
              <Rule key={result.rule} result={result} />
            ))}
          </tbody>
        </Table>
      )}
    </div>
  );
}

const TONES = { met: "green", review: "yellow", unknown: "red", mismatch: "red" } as const;
const GLYPHS = { met: "✓", review: "▲", unknown: "?", mismatch: "■" } as const;

function Rule({ result }: { readonly result: OrderRuleView }) {
  const t = useTranslations("orders");
  const words = useTranslations("issues");
  const { rule, outcome, severity, owner, code } = result;
  const isMet = outcome === "met";
  const tone = outcome === "mismatch" && severity !== "hard" ? "yellow" : TONES[outcome];
  return (
    <TableRow data-rule={rule} data-outcome={outcome}>
      <TableCell className="font-medium">
        {rule} <span className="block text-xs font-normal text-muted">{t(`ruleName.${rule}`)}</span>
      </TableCell>
      <TableCell column={t("matrix.result")}>
        <Badge tone={tone}>
          <span aria-hidden>{GLYPHS[outcome]}</span>
          {t(`outcome.${outcome}`)}
        </Badge>
        {isMet ? null : <span className="ml-1 text-xs text-muted">{t(`severity.${severity}`)}</span>}
      </TableCell>
      {MATCHED.map((source) => (
        <TableCell key={source} column={t(`document.${source}`)} className="break-words">
          <Values result={result} source={source} />
        </TableCell>
      ))}
      <TableCell column={t("matrix.fix")} className="min-w-56">
        {isMet ? null : (
          <>
            {words(`${code}.message`)}{" "}
            <span className="text-muted">
              {owner ? `${t(`owner.${owner}`)}: ` : ""}
              {words(`${code}.remedy`)}
            </span>
          </>
        )}
      </TableCell>
    </TableRow>
  );
}

/** What a document states of a rule; of one that is not met the values that differ. */
function Values({ result, source }: { readonly result: OrderRuleView; readonly source: (typeof MATCHED)[number] }) {
  const found = result.findings.flatMap((finding) => finding.values);
  const values = (result.outcome === "met" ? result.compared : found).filter((value) => value.source === source);
  if (values.length === 0) return <span className="text-muted">–</span>;
  return (
    <ul>
      {values.map(({ field, value }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a rule may find the same value twice, and the list never moves
        <li key={`${field}${index}`}>
          <span className="block text-xs text-muted">{field}</span>
          {value === "" ? "—" : value}
        </li>
      ))}
    </ul>
  );
}

/** What stops first, then what is to be looked at; what agrees keeps the order of the rules. */
function inOrder(results: OrderView["results"]): OrderView["results"] {
  const rank = ({ outcome, severity }: OrderView["results"][number]) =>
    outcome === "met" ? 2 : severity === "hard" ? 0 : 1;
  return [...results].sort((one, other) => rank(one) - rank(other));
}
