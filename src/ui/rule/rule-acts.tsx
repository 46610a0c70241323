"use client";

import { FlaskConical, ListChecks, Power, ScanEye, Undo2, X } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import type { RuleView } from "@/contracts/views/rule";
import { api, wordsOf } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { ApproveRule } from "./approve-rule";
import { ReasonAct } from "./reason-act";

const OPEN = ["draft", "checked", "backtested", "shadow"];

/** What can be done with the latest version, by who looks, and how a rule is taken back. */
export function RuleActs({ rule, today }: { readonly rule: RuleView; readonly today: string }) {
  const t = useTranslations("rules");
  const [latest] = rule.versions;
  if (!latest) return null;
  const { id, code } = rule;
  const path = `/rules/${id}/versions/${latest.number}`;
  const isOpen = OPEN.includes(latest.state);
  return (
    <>
      {rule.canSwitch ? <SwitchRule rule={rule} /> : null}
      {rule.canRetire ? (
        <ReasonAct
          title={t("retireTitle", { code })}
          lead={t("retireLead")}
          words={t("retire")}
          send={(reason) => api(`/rules/${id}/retirement`, { method: "POST", json: { reason } })}
        />
      ) : null}
      {rule.canRollBack ? (
        <ReasonAct
          title={t("rollBackTitle")}
          lead={t("rollBackLead")}
          words={t("rollBack")}
          icon={<Undo2 aria-hidden />}
          send={(reason) => api(`/rules/${id}/rollback`, { method: "POST", json: { reason } })}
        />
      ) : null}
      {rule.canEdit && isOpen ? (
        <ReasonAct
          title={t("rejectTitle", { number: latest.number })}
          lead={t("rejectLead")}
          words={t("reject")}
          icon={<X aria-hidden />}
          send={(reason) => api(`${path}/approval`, { method: "POST", json: { approve: false, reason } })}
        />
      ) : null}
      {rule.canEdit ? <NextStep rule={rule} path={path} /> : null}
      {rule.canApprove && latest.state === "shadow" ? <ApproveRule rule={rule} path={path} today={today} /> : null}
    </>
  );
}

function NextStep({ rule, path }: { readonly rule: RuleView; readonly path: string }) {
  const t = useTranslations("rules");
  const router = useRouter();
  const [isBusy, setBusy] = useState(false);
  const state = rule.versions[0]?.state;
  const act = async (part: string, json: unknown, done: string) => {
    setBusy(true);
    await api(`${path}/${part}`, { method: "POST", ...(json === null ? {} : { json }) }).then(
      () => {
        toast.success(done);
        router.refresh();
      },
      (error: unknown) => toast.error(wordsOf(error)),
    );
    setBusy(false);
  };
  if (state === "draft")
    return (
      <Button disabled={isBusy} onClick={() => void act("check", null, t("checkedNow"))}>
        <ListChecks aria-hidden />
        {t("check")}
      </Button>
    );
  if (state === "rejected") return null;
  return (
    <>
      <Button
        look={state === "checked" ? "primary" : "quiet"}
        disabled={isBusy}
        onClick={() => void act("backtests", {}, t("backtestedNow"))}
      >
        <FlaskConical aria-hidden />
        {t("backtest")}
      </Button>
      {state === "backtested" ? (
        <Button disabled={isBusy} onClick={() => void act("shadow", null, t("shadowNow"))}>
          <ScanEye aria-hidden />
          {t("shadow")}
        </Button>
      ) : null}
    </>
  );
}

function SwitchRule({ rule }: { readonly rule: RuleView }) {
  const t = useTranslations("rules");
  const { code, isOff } = rule;
  return (
    <ReasonAct
      title={t(isOff ? "switchOnTitle" : "switchOffTitle", { code })}
      lead={t(isOff ? "switchOnLead" : "switchOffLead")}
      words={t(isOff ? "switchOn" : "switchOff")}
      icon={<Power aria-hidden />}
      isGrave={!isOff}
      send={(reason) =>
        api("/rule-switches", { method: "POST", json: { kind: "rule", value: code, isOn: !isOff, reason } })
      }
    />
  );
}
