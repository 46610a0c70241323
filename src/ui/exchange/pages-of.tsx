import Link from "next/link";
import { useTranslations } from "next-intl";
import { Button } from "@/ui/parts/button";

interface Props {
  readonly cursor: string | undefined;
  readonly nextCursor: string | null;
  /** What else stands in the address. */
  readonly filter: Readonly<Record<string, string>>;
}

/** The ways to the newest and to older rows. */
export function PagesOf({ cursor, nextCursor, filter }: Props) {
  const t = useTranslations("exchange");
  if (!cursor && !nextCursor) return null;
  return (
    <div className="flex gap-3">
      {cursor ? (
        <Button asChild look="quiet" size="small">
          <Link href={`?${new URLSearchParams(filter)}`}>{t("newest")}</Link>
        </Button>
      ) : null}
      {nextCursor ? (
        <Button asChild look="quiet" size="small">
          <Link href={`?${new URLSearchParams({ ...filter, cursor: nextCursor })}`}>{t("older")}</Link>
        </Button>
      ) : null}
    </div>
  );
}
