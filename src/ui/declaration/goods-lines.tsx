import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ShipmentView } from "@/contracts/views/shipment";
import { CodeDialog } from "@/ui/classification/code-dialog";
import { Table, TableCell, TableHead, TableRow } from "@/ui/parts/table";
import { DeclaredValue } from "./declared-value";
import { linesOf } from "./sections";

interface Props {
  readonly shipment: ShipmentView;
  readonly isOpen: boolean;
}

/** The goods, a row a line: what they are above, how the tariff names them below; each value with its source. */
export function GoodsLines({ shipment, isOpen }: Props) {
  const t = useTranslations("declared");
  const panel = useTranslations("declaration");
  const { declaration, documentList } = shipment;
  const lines = linesOf(declaration);
  if (lines.length === 0) return null;
  const draw = (line: number, name: string): ReactNode => {
    const value = declaration.values.find((each) => each.line === line && each.name === name);
    if (!value) return "—";
    return (
      <DeclaredValue
        value={value}
        declaration={declaration}
        documents={documentList}
        shipmentId={shipment.id}
        isOpen={isOpen}
      />
    );
  };
  return (
    <Table label={panel("section.goods")} isStacked>
      <thead>
        <tr>
          <TableHead className="w-6 pr-0">#</TableHead>
          <TableHead>{panel("goodsColumn")}</TableHead>
          <TableHead className="pr-9 text-right">{panel("quantityColumn")}</TableHead>
          <TableHead className="pr-9 text-right">{t("unitPrice")}</TableHead>
          <TableHead className="pr-9 text-right">{t("amount")}</TableHead>
          <TableHead className="pr-9 text-right">{panel("netColumn")}</TableHead>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <TableRow key={line} className="align-top">
            <TableCell column="#" className="pr-0 pt-2 align-top text-muted">
              {line}
            </TableCell>
            <TableCell column={panel("goodsColumn")} className="min-w-52 align-top">
              <div className="font-medium">{draw(line, "description")}</div>
              <div className="flex flex-wrap items-center gap-x-3 text-muted">
                {draw(line, "commodityCode")}
                {isOpen ? <SuggestForLine shipment={shipment} line={line} /> : null}
                {draw(line, "origin")}
              </div>
            </TableCell>
            <TableCell column={panel("quantityColumn")} className="text-right align-top">
              <div>{draw(line, "quantity")}</div>
              <div className="text-muted">{draw(line, "unit")}</div>
            </TableCell>
            <TableCell column={t("unitPrice")} className="text-right align-top">
              {draw(line, "unitPrice")}
            </TableCell>
            <TableCell column={t("amount")} className="text-right align-top font-medium">
              {draw(line, "amount")}
            </TableCell>
            <TableCell column={panel("netColumn")} className="text-right align-top">
              {draw(line, "netWeightKg")}
            </TableCell>
          </TableRow>
        ))}
      </tbody>
    </Table>
  );
}

/** The way to a code for a line whose goods are described. */
function SuggestForLine({ shipment, line }: { readonly shipment: ShipmentView; readonly line: number }) {
  const of = (name: string) =>
    shipment.declaration.values.find((value) => value.line === line && value.name === name)?.value ?? null;
  const description = of("description");
  if (!description) return null;
  return (
    <CodeDialog
      shipmentId={shipment.id}
      line={line}
      description={description}
      origin={of("origin")}
      regime={shipment.regime}
    />
  );
}
