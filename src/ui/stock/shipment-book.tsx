import { BookOpen } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { BookLineView, ShipmentBookView } from "@/contracts/views/book";
import { describeIssue } from "@/contracts/words";
import { Alert } from "@/ui/parts/alert";
import { Badge } from "@/ui/parts/badge";
import { Card } from "@/ui/parts/card";
import { EmptyState } from "@/ui/parts/empty-state";
import { ChooseItem } from "./choose-item";
import { Quantity } from "./quantity";
import { StatementTable } from "./statement-table";

interface Props {
  readonly shipmentId: string;
  readonly book: ShipmentBookView;
  readonly canBind: boolean;
}

/** What each line of a shipment takes of the account books, and what moved for it. */
export function ShipmentBook({ shipmentId, book, canBind }: Props) {
  const t = useTranslations("stock");
  if (!book.isKept)
    return (
      <EmptyState
        icon={BookOpen}
        words={t("ofShipment.none")}
        action={canBind ? <Link href="/broker/stock">{t("title")}</Link> : null}
      />
    );
  return (
    <ul className="flex flex-col gap-4 px-4 pt-5 md:px-6">
      {book.lines.map((line) => (
        <li key={line.line}>
          <Line shipmentId={shipmentId} line={line} canBind={canBind} />
        </li>
      ))}
      {book.lines.length === 0 ? <li className="text-muted">{t("ofShipment.noLines")}</li> : null}
    </ul>
  );
}

const TONE = { bound: "blue", asked: "yellow", reserved: "blue", out: "green" } as const;

function Line({ shipmentId, line, canBind }: { shipmentId: string; line: BookLineView; canBind: boolean }) {
  const t = useTranslations("stock");
  const language = useLocale() === "zh" ? "zh" : "en";
  const words = line.issue && describeIssue(line.issue, language);
  return (
    <Card>
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h2 className="text-base font-semibold">{t("ofShipment.line", { line: line.line })}</h2>
        <Badge tone={TONE[line.state]}>{t(`ofShipment.state.${line.state}`)}</Badge>
        <span className="text-sm text-muted">
          {line.commodityCode} {line.origin} · <Quantity value={line.quantity} unit={line.unit} />
        </span>
      </div>
      {words ? (
        <Alert tone="warning">
          {words.message} {words.remedy}
        </Alert>
      ) : null}
      {line.item ? (
        <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1 text-sm">
          <span>
            {canBind ? (
              <Link href={`/broker/stock/items/${line.item.id}`} className="font-medium">
                {line.item.emsNo}/{line.item.itemNo}
              </Link>
            ) : (
              <span className="font-medium">
                {line.item.emsNo}/{line.item.itemNo}
              </span>
            )}{" "}
            {line.item.description}
          </span>
          {line.isChosen ? <span className="text-muted">{t("ofShipment.chosen")}</span> : null}
          {line.lots.map((lot) => (
            <span key={lot.lotNumber} className="text-muted">
              {t("column.lot")} {lot.lotNumber || "–"}: <Quantity value={lot.quantity} /> {lot.expiresOn}
            </span>
          ))}
        </p>
      ) : null}
      {canBind && line.state !== "out" && line.candidates.length > 0 ? (
        <ChooseItem shipmentId={shipmentId} line={line} />
      ) : null}
      {line.movements.length > 0 ? (
        <StatementTable rows={line.movements} label={t("ofShipment.movements", { line: line.line })} />
      ) : null}
    </Card>
  );
}
