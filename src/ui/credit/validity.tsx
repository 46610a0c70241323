import { useTranslations } from "next-intl";
import type { AeoRowView } from "@/contracts/views/credit";

const DAY_MS = 86_400_000;
/** From here on somebody should think of renewing it. */
const SOON_DAYS = 60;

interface Props extends Pick<AeoRowView, "validFrom" | "validTo"> {
  /** The day of the installation, YYYY-MM-DD. */
  readonly today: string;
}

/** From when to when an entry holds, and how many days are left. */
export function Validity({ validFrom, validTo, today }: Props) {
  const t = useTranslations("aeo");
  return (
    <span className="flex flex-col">
      <span className="whitespace-nowrap">
        {validFrom} – {validTo ?? t("open")}
      </span>
      <Left validFrom={validFrom} validTo={validTo} today={today} />
    </span>
  );
}

function Left({ validFrom, validTo, today }: Props) {
  const t = useTranslations("aeo");
  const daysTo = (day: string) => Math.round((Date.parse(day) - Date.parse(today)) / DAY_MS);
  if (daysTo(validFrom) > 0)
    return <span className="text-xs text-muted">{t("begins", { days: daysTo(validFrom) })}</span>;
  if (validTo === null) return null;
  const left = daysTo(validTo);
  if (left < 0) return <span className="text-xs font-medium text-red">■ {t("ended")}</span>;
  return (
    <span className={left <= SOON_DAYS ? "text-xs font-medium text-yellow" : "text-xs text-muted"}>
      {left <= SOON_DAYS ? "▲ " : ""}
      {t("daysLeft", { days: left })}
    </span>
  );
}
