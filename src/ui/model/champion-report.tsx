import { useTranslations } from "next-intl";
import type { ModelRowView } from "@/contracts/views/model";
import { CalibrationChart } from "./calibration-chart";

const SHOWN = 12;

/** How the model that decides was tried: its calibration, and what it looks at. */
export function ChampionReport({ model }: { readonly model: ModelRowView }) {
  const t = useTranslations("models");
  const groups = useTranslations("models.group");
  const { report } = model;
  if (!report) return null;
  const most = Math.max(...report.importance.map(({ weight }) => weight), 1e-9);
  return (
    <div className="grid grid-cols-1 gap-8 lg:grid-cols-2">
      <figure className="min-w-0">
        <figcaption className="mb-2 text-sm font-medium">{t("calibrationTitle")}</figcaption>
        <CalibrationChart points={report.calibration} words={{ predicted: t("predicted"), observed: t("observed") }} />
        <p className="mt-2 text-xs text-muted">
          {t("triedOn", {
            from: report.triedFrom,
            before: report.triedBefore,
            tried: report.tried,
            found: report.found,
          })}
        </p>
      </figure>
      <figure className="min-w-0">
        <figcaption className="mb-2 text-sm font-medium">{t("importanceTitle")}</figcaption>
        <table className="w-full text-sm">
          <tbody>
            {report.importance.slice(0, SHOWN).map(({ group, weight }) => (
              <tr key={group}>
                <th scope="row" className="whitespace-nowrap py-0.5 pr-3 text-left font-normal">
                  {groups.has(group) ? groups(group) : group}
                </th>
                <td className="w-full">
                  <span
                    className="block h-2.5 rounded-sm bg-accent"
                    style={{ width: `${Math.max(1, (100 * weight) / most)}%` }}
                  />
                </td>
                <td className="pl-2 text-right text-xs text-muted">{weight.toFixed(2)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className="mt-2 text-xs text-muted">{t("importanceHint")}</p>
      </figure>
    </div>
  );
}
