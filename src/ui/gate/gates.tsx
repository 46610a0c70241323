import { Check, Lock, LockOpen, TriangleAlert } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { Fragment } from "react";
import type { ClearanceView, ShipmentRowView } from "@/contracts/views";
import { LIFECYCLE, NEXT_STAGE, STAGES } from "@/domain/clearance/lifecycle";
import { LaneBadge } from "@/ui/gate/lane";
import { cn } from "@/ui/parts/cn";

/** The picture of the product: documents, declaration, and the two gates on one line, drawn from the transition table. */
export function Gates({
  shipment,
  isCompact = false,
}: {
  readonly shipment: ShipmentRowView;
  /** The gates alone, where there is no room for the line. */
  readonly isCompact?: boolean;
}) {
  const t = useTranslations("gates");
  const { documents, declarationVersion } = shipment;
  const isDelivered = shipment.gates.every((gate) => gate.state === "released");
  if (isCompact)
    return (
      <ol className="grid gap-2 sm:grid-cols-2" aria-label={t("label")}>
        {shipment.gates.map((gate, index) => (
          <Gate key={gate.id} gate={gate} number={index + 1} />
        ))}
      </ol>
    );
  return (
    <ol className="grid gap-2 md:grid-cols-[auto_auto_1fr_auto_1fr_auto] md:items-stretch" aria-label={t("label")}>
      <Stop
        isDone={documents.total > 0 && documents.read === documents.total}
        title={t("documents")}
        detail={t("documentsOf", { read: documents.read, total: documents.total })}
      />
      <Stop
        isDone={declarationVersion !== null}
        title={t("declaration")}
        detail={declarationVersion === null ? t("draft") : t("lodged", { version: declarationVersion })}
      />
      {STAGES.map((stage, index) => {
        const gate = shipment.gates.find((each) => each.stage === stage);
        return (
          <Fragment key={stage}>
            {gate ? <Gate gate={gate} number={index + 1} /> : null}
            {NEXT_STAGE[stage] === null ? null : (
              <Stop
                isDone={gate?.state === "released"}
                title={t("transit")}
                detail={gate?.state === "released" ? t("onTheWay") : "—"}
              />
            )}
          </Fragment>
        );
      })}
      <Stop isDone={isDelivered} title={t("delivered")} detail={isDelivered ? t("free") : "—"} />
    </ol>
  );
}

function Stop({
  isDone,
  title,
  detail,
}: {
  readonly isDone: boolean;
  readonly title: string;
  readonly detail: string;
}) {
  return (
    <li
      className={cn(
        "flex items-center gap-2 rounded-md border border-dashed px-3 py-2 md:flex-col md:items-start md:justify-center md:gap-0.5",
        isDone && "border-solid",
      )}
    >
      <span className="flex items-center gap-1.5 text-[12px] font-medium text-muted">
        {isDone ? <Check aria-hidden className="size-3.5 text-green" /> : null}
        {title}
      </span>
      <span className="ml-auto text-[13px] md:ml-0">{detail}</span>
    </li>
  );
}

function Gate({ gate, number }: { readonly gate: ClearanceView; readonly number: number }) {
  const t = useTranslations("gates");
  const reasons = useTranslations("reasons");
  const format = useFormatter();
  const isEnded = Object.keys(LIFECYCLE[gate.state]).length === 0;
  const waiting = gate.waitingFor[0];
  const isReleased = gate.state === "released";
  return (
    <li
      className={cn(
        "flex flex-col gap-1 rounded-md border-x-4 border-y px-3 py-2",
        isReleased
          ? "border-x-green bg-green-soft"
          : gate.state === "refused"
            ? "border-x-red bg-red-soft"
            : "border-x-line-strong bg-panel",
      )}
    >
      <span className="flex flex-wrap items-center gap-x-2 text-[12px] font-medium text-muted">
        {isReleased ? (
          <LockOpen aria-hidden className="size-3.5 text-green" />
        ) : (
          <Lock aria-hidden className="size-3.5" />
        )}
        {t("gate", { number })} · {t(`stage.${gate.stage}`)}
      </span>
      <span className="flex flex-wrap items-center gap-x-2 text-[13px]">
        {gate.lane ? <LaneBadge lane={gate.lane} /> : null}
        <strong className="font-semibold">
          {gate.openedAt === null && !isEnded ? t("notOpen") : t(`state.${gate.state}`)}
        </strong>
        {gate.releasedAt ? (
          <time dateTime={gate.releasedAt}>
            {format.dateTime(new Date(gate.releasedAt), {
              hour: "2-digit",
              minute: "2-digit",
              day: "2-digit",
              month: "short",
            })}
          </time>
        ) : null}
      </span>
      {waiting && !isEnded ? (
        <span className="flex items-center gap-1 text-[12px] text-muted">
          <TriangleAlert aria-hidden className="size-3" />
          {t("waits", { reason: waitingWords(reasons, waiting), more: gate.waitingFor.length - 1 })}
        </span>
      ) : null}
    </li>
  );
}

type Translate = ReturnType<typeof useTranslations<"reasons">>;

function waitingWords(reasons: Translate, code: string): string {
  const [kind = code, what] = code.split(":");
  const key = what ? `requirement.${what}` : `blocker.${kind}`;
  return reasons.has(key) ? reasons(key) : code.replaceAll("_", " ");
}

/** The same picture in a table cell: two glyphs with their words for those who cannot see them. */
export function GatesMark({ gates }: { readonly gates: readonly ClearanceView[] }) {
  const t = useTranslations("gates");
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      {gates.map((gate, index) => (
        <span
          key={gate.id}
          className={cn(
            "inline-flex h-6 items-center gap-1 rounded border px-1.5 text-[12px]",
            gate.state === "released" && "border-green bg-green-soft text-green",
            gate.state === "refused" && "border-red bg-red-soft text-red",
          )}
        >
          <span aria-hidden>{index + 1}</span>
          {gate.lane ? <LaneBadge lane={gate.lane} isShort /> : null}
          <span>{gate.openedAt === null ? t("notOpen") : t(`state.${gate.state}`)}</span>
        </span>
      ))}
    </span>
  );
}
