import { useTranslations } from "next-intl";
import { MINUTE_OWNERS, type MinuteOwner } from "@/domain/clearance-time/work";
import { cn } from "@/ui/parts/cn";
import { OWNER_LOOKS } from "./owners";

interface Props {
  readonly owners: Readonly<Record<MinuteOwner, number>>;
  /** What the whole width stands for, in milliseconds. */
  readonly of: number;
  /** What lies left of it. */
  readonly before?: number;
  readonly isThin?: boolean;
}

/** From this share of the bar on a part has room for its name. */
const NAMED_SHARE = 0.14;

/** The time of each owner as a part of one bar. It is drawn only: the table beside it says all of it. */
export function OwnerBar({ owners, of, before = 0, isThin = false }: Props) {
  const t = useTranslations("clearanceTime");
  const shares = MINUTE_OWNERS.map((owner) => ({ owner, share: of === 0 ? 0 : owners[owner] / of }));
  return (
    <div aria-hidden className={cn("flex w-full overflow-hidden rounded-sm bg-raised", isThin ? "h-3.5" : "h-8")}>
      <div className="flex-none" style={{ width: `${of === 0 ? 0 : (100 * before) / of}%` }} />
      {shares
        .filter(({ share }) => share > 0)
        .map(({ owner, share }) => (
          <div
            key={owner}
            title={t(`owner.${owner}`)}
            className={cn(
              "flex min-w-0.5 shrink items-center overflow-hidden border-panel border-r last:border-r-0",
              OWNER_LOOKS[owner].bar,
            )}
            style={{ width: `${100 * share}%` }}
          >
            {!isThin && share >= NAMED_SHARE ? (
              <span className="truncate px-2 text-panel text-xs font-medium">
                {OWNER_LOOKS[owner].sign} {t(`owner.${owner}`)}
              </span>
            ) : null}
          </div>
        ))}
    </div>
  );
}
