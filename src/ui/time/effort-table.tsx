import { useLocale, useTranslations } from "next-intl";
import { type Comparison, saved } from "@/domain/clearance-time/baseline";
import { percent } from "@/ui/insight/figures";
import { Table, TableCell, TableHead, TableRow } from "@/ui/parts/table";

const FIGURES = ["keyed", "touches", "seconds"] as const;
const MINUTE_SECONDS = 60;
const MINUTES = { style: "unit", unit: "minute", unitDisplay: "short" } as const;

/** Fields, steps and time of one declaration beside those of two, and what was saved; each says whether it was counted. */
export function EffortTable({ comparison }: { readonly comparison: Comparison }) {
  const t = useTranslations("clearanceTime");
  const locale = useLocale();
  const minutes = new Intl.NumberFormat(locale, { ...MINUTES, maximumFractionDigits: 1 });
  const written = (figure: (typeof FIGURES)[number], value: number) =>
    figure === "seconds" ? minutes.format(value / MINUTE_SECONDS) : value.toLocaleString(locale);
  const most = (figure: (typeof FIGURES)[number]) => Math.max(comparison.one[figure], comparison.two[figure], 1);
  return (
    <Table label={t("effort")} isStacked>
      <thead>
        <tr className="text-left">
          <TableHead>{t("column.figure")}</TableHead>
          <TableHead className="lg:w-1/4">{t("column.one_declaration")}</TableHead>
          <TableHead className="lg:w-1/4">{t("column.two_declarations")}</TableHead>
          <TableHead className="text-right">{t("column.saved")}</TableHead>
        </tr>
      </thead>
      <tbody>
        {FIGURES.map((figure) => (
          <TableRow key={figure}>
            <TableCell className="font-medium">{t(`figure.${figure}`)}</TableCell>
            {(["one", "two"] as const).map((side) => (
              <TableCell key={side} column={t(side === "one" ? "column.one_declaration" : "column.two_declarations")}>
                <span className="whitespace-nowrap tabular-nums">{written(figure, comparison[side][figure])}</span>{" "}
                <span className="text-xs text-muted">
                  {t(side === "one" && figure !== "seconds" ? "counted" : "assumed")}
                </span>
                <span aria-hidden className="mt-1 block h-1.5 rounded-full bg-raised">
                  <span
                    className={`block h-full rounded-full ${side === "one" ? "bg-accent" : "bg-muted"}`}
                    style={{ width: `${(100 * comparison[side][figure]) / most(figure)}%` }}
                  />
                </span>
              </TableCell>
            ))}
            <TableCell column={t("column.saved")} className="whitespace-nowrap text-right font-medium">
              <Saved share={saved(comparison, figure)} />
            </TableCell>
          </TableRow>
        ))}
      </tbody>
    </Table>
  );
}

function Saved({ share }: { readonly share: number | null }) {
  const t = useTranslations("clearanceTime");
  const locale = useLocale();
  if (share === null) return <span className="text-muted">–</span>;
  if (share < 0) return <span className="text-red">■ {t("more", { share: percent(-share, locale) })}</span>;
  return <span className={share > 0 ? "text-green" : ""}>{percent(share, locale)}</span>;
}
