import { useLocale, useTranslations } from "next-intl";
import { citationIn } from "@/contracts/citations";
import type { SupervisionView } from "@/contracts/views/supervision";

/** Why goods are supervised at several nodes, at which of them, and by what source: an entry for each control profile. */
export function Supervision({ supervision }: { readonly supervision: readonly SupervisionView[] }) {
  const t = useTranslations("supervision");
  const reasons = useTranslations("reasons");
  const locale = useLocale();
  return (
    <ul aria-label={t("title")} className="flex flex-col gap-3 text-sm">
      {supervision.map(({ code, nodes, lines, citation }) => (
        <li key={`${code}-${citation}`}>
          <p>
            <strong className="font-medium">
              <span aria-hidden>◆ </span>
              {reasons.has(`control.${code}`) ? reasons(`control.${code}`) : code.replaceAll("_", " ")}
            </strong>{" "}
            <span className="text-muted">{t("lines", { count: lines.length, lines: lines.join(", ") })}</span>
          </p>
          <ul aria-label={t("nodes")} className="mt-1 flex flex-wrap gap-1.5">
            {nodes.map((node) => (
              <li key={node} className="rounded border px-1.5 py-0.5 text-xs">
                {reasons(`supervision.${node}`)}
              </li>
            ))}
          </ul>
          <p className="mt-1 text-xs text-muted">{citationIn(citation, locale)}</p>
        </li>
      ))}
    </ul>
  );
}
