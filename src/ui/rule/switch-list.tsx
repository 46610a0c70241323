"use client";

import { useTranslations } from "next-intl";
import type { RulesView } from "@/contracts/views/rule";
import { api } from "@/ui/parts/api-client";
import { Instant } from "@/ui/parts/instant";
import { NewSwitch } from "./new-switch";
import { ReasonAct } from "./reason-act";

/** What is switched off now, in red, with who did it and why; and the way back. */
export function SwitchList({ switches, canSwitch }: Pick<RulesView, "switches" | "canSwitch">) {
  const t = useTranslations("rules");
  const standing = switches.filter(
    (turn, index) => switches.findIndex(({ kind, value }) => kind === turn.kind && value === turn.value) === index,
  );
  const on = standing.filter(({ isOn }) => isOn);
  return (
    <div className="flex flex-col gap-2">
      {on.length === 0 ? <p className="text-sm text-muted">{t("noSwitches")}</p> : null}
      {on.map(({ id, kind, value, reason, by, at }) => (
        <div
          key={id}
          data-switch={value}
          className="flex flex-wrap items-center gap-x-3 gap-y-1 rounded-md border border-red/30 bg-red-soft px-3 py-2 text-sm"
        >
          <span className="font-medium text-red">
            <span aria-hidden>■ </span>
            {t(`switchKind.${kind}`)} {value}: {t(kind === "rule" ? "ruleOff" : "noRelease")}
          </span>
          <span className="min-w-0">
            {reason} · {by} · <Instant at={at} />
          </span>
          {canSwitch ? (
            <span className="ml-auto">
              <ReasonAct
                isSmall
                title={t(kind === "rule" ? "switchOnTitle" : "turnBackTitle", { code: value, value })}
                lead={t(kind === "rule" ? "switchOnLead" : "turnBackLead")}
                words={t("turnBack")}
                send={(why) =>
                  api("/rule-switches", { method: "POST", json: { kind, value, isOn: false, reason: why } })
                }
              />
            </span>
          ) : null}
        </div>
      ))}
      {canSwitch ? <NewSwitch /> : null}
    </div>
  );
}
