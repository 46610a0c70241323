import { useTranslations } from "next-intl";
import type { PreExaminationView } from "@/contracts/views/pre-examination";
import { Table, TableCell, TableHead } from "@/ui/parts/table";

type Comparable = PreExaminationView["lines"][number]["comparables"][number];

/** Past lines that are most like the line, with what became of them; made up ones are called so. */
export function ComparablesTable({
  comparables,
  line,
}: {
  readonly comparables: readonly Comparable[];
  readonly line: number;
}) {
  const t = useTranslations("preExamination");
  if (comparables.length === 0) return <p className="text-sm text-muted">{t("comparables.none")}</p>;
  return (
    <Table label={t("comparables.title", { line })}>
      <thead>
        <tr>
          {(["case", "day", "goods", "price", "weight", "same", "outcome"] as const).map((name) => (
            <TableHead key={name}>{t(`comparables.${name}`)}</TableHead>
          ))}
        </tr>
      </thead>
      <tbody>
        {comparables.map((each) => (
          <tr
            key={each.reference + each.day}
            id={each.link.kind === "history" ? `history-${each.link.entryId}` : undefined}
          >
            <TableCell>
              {each.reference}
              {each.isGenerated ? <span className="block text-xs text-muted">{t("generated")}</span> : null}
            </TableCell>
            <TableCell className="whitespace-nowrap">{each.day}</TableCell>
            <TableCell>
              {each.commodityCode} {each.origin}
            </TableCell>
            <TableCell className="text-right">{each.unitPrice === null ? "–" : each.unitPrice.toFixed(2)}</TableCell>
            <TableCell className="text-right">{each.netKg === null ? "–" : each.netKg.toFixed(1)}</TableCell>
            <TableCell className="text-xs">{each.same.map((same) => t(`same.${same}`)).join(", ")}</TableCell>
            <TableCell>
              <Outcome outcome={each.outcome} />
            </TableCell>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function Outcome({ outcome }: { readonly outcome: Comparable["outcome"] }) {
  const t = useTranslations("preExamination");
  if (!outcome) return <span className="text-muted">{t("outcome.unknown")}</span>;
  if (!outcome.isIrregular) return <span className="text-green">✓ {t("outcome.order")}</span>;
  return (
    <span className="font-medium text-red">
      ■ {outcome.irregularity ? t(`irregularity.${outcome.irregularity}`) : t("outcome.irregular")}
    </span>
  );
}
