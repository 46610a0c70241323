import { useTranslations } from "next-intl";
import type { DriftView } from "@/contracts/views/model";
import { Table, TableCell, TableHead, TableRow } from "@/ui/parts/table";

const SHOWN = 10;

/** How the last weeks differ from what the champion learned from, and how the models in its shadow do beside it. */
export function DriftTable({ drift }: { readonly drift: DriftView }) {
  const t = useTranslations("models");
  const groups = useTranslations("models.group");
  const alarms = drift.features.filter(({ isAlarm }) => isAlarm).length;
  return (
    <div className="grid grid-cols-1 gap-8 lg:grid-cols-2">
      <div className="min-w-0">
        <p className="mb-2 text-sm">
          {alarms > 0 ? (
            <strong className="text-red">■ {t("driftAlarm", { count: alarms })}</strong>
          ) : (
            <span className="text-green">● {t("driftNone")}</span>
          )}{" "}
          <span className="text-muted">{t("driftWindow", { from: drift.from, entries: drift.entries })}</span>
        </p>
        <Table label={t("drift")}>
          <thead>
            <tr>
              <TableHead className="text-left">{t("feature")}</TableHead>
              <TableHead className="text-right">PSI</TableHead>
            </tr>
          </thead>
          <tbody>
            {drift.features.slice(0, SHOWN).map(({ feature, group, index, isAlarm }) => (
              <TableRow key={feature}>
                <TableCell>
                  {groups.has(group) ? groups(group) : group} <code className="text-xs text-muted">{feature}</code>
                </TableCell>
                <TableCell className={`text-right ${isAlarm ? "font-medium text-red" : ""}`}>
                  {isAlarm ? "■ " : ""}
                  {index.toFixed(2)}
                </TableCell>
              </TableRow>
            ))}
          </tbody>
        </Table>
        <p className="mt-2 text-xs text-muted">{t("psiHint")}</p>
      </div>
      <div className="min-w-0">
        <p className="mb-2 text-sm font-medium">{t("shadowTitle")}</p>
        <Table label={t("shadowTitle")}>
          <thead>
            <tr>
              <TableHead className="text-left">{t("column.version")}</TableHead>
              <TableHead className="text-right">{t("scored")}</TableHead>
              <TableHead className="text-right">{t("known")}</TableHead>
              <TableHead className="text-right">AUC</TableHead>
            </tr>
          </thead>
          <tbody>
            {drift.shadow.map(({ version, scored, known, auc }) => (
              <TableRow key={version}>
                <TableCell>
                  {version}
                  {version === drift.version ? ` · ${t("state.champion")}` : ""}
                </TableCell>
                <TableCell className="text-right">{scored}</TableCell>
                <TableCell className="text-right">{known}</TableCell>
                <TableCell className="text-right">{auc === null ? "—" : auc.toFixed(3)}</TableCell>
              </TableRow>
            ))}
          </tbody>
        </Table>
        <p className="mt-2 text-xs text-muted">{t("shadowHint")}</p>
      </div>
    </div>
  );
}
