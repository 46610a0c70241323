"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ClearanceView } from "@/contracts/views/shipment";
import { Instant } from "@/ui/parts/instant";
import { Sheet } from "@/ui/parts/sheet";
import { LaneBadge } from "./lane";
import { LifecycleMoves, LifecyclePicture } from "./lifecycle-picture";
import { isEnded, useWaitingWords } from "./waiting-words";

interface Props {
  readonly gate: ClearanceView;
  readonly number: number;
  readonly children: ReactNode;
}

/** A gate that can be pressed: where it stands in its lifecycle, what can come next, and all that it waits for. */
export function GateSheet({ gate, number, children }: Props) {
  const t = useTranslations("gates");
  const waitingWords = useWaitingWords();
  return (
    <Sheet
      title={`${t("gate", { number })} · ${t(`stage.${gate.stage}`)}`}
      description={t("explain")}
      trigger={
        <button type="button" className="-mx-1.5 block max-w-full rounded-md px-1.5 py-0.5 text-left hover:bg-raised">
          {children}
        </button>
      }
    >
      <dl className="mb-4 grid grid-cols-2 gap-x-4 gap-y-2 text-sm">
        <Fact name={t("stateNow")}>
          {gate.lane ? <LaneBadge lane={gate.lane} /> : null} <strong>{t(`state.${gate.state}`)}</strong>
        </Fact>
        <Fact name={t(gate.releasedAt ? "releasedAt" : "openedAt")}>
          {gate.releasedAt || gate.openedAt ? <Instant at={gate.releasedAt ?? gate.openedAt ?? ""} look="full" /> : "—"}
        </Fact>
        {gate.waitingFor.length > 0 && !isEnded(gate) ? (
          <div className="col-span-2">
            <dt className="text-xs text-muted">{t("waitsFor")}</dt>
            {gate.waitingFor.map((code) => (
              <dd key={code}>{waitingWords(code)}</dd>
            ))}
          </div>
        ) : null}
      </dl>
      <LifecyclePicture state={gate.state} />
      <LifecycleMoves state={gate.state} />
    </Sheet>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt className="text-xs text-muted">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
