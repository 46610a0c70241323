"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { toast } from "sonner";
import type { NotificationRuleView, NotificationSettingsView } from "@/contracts/views/notification";
import { Alert } from "@/ui/parts/alert";
import { api, wordsOf } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { Field } from "@/ui/parts/field";
import { Input } from "@/ui/parts/input";
import { Select } from "@/ui/parts/select";
import { Switch } from "@/ui/parts/switch";
import { RulesTable } from "./rules-table";

interface Props {
  readonly settings: NotificationSettingsView;
  /** The language of the screen, for who has chosen none for e-mail. */
  readonly language: "en" | "zh";
  /** Whether the operator has named a server for e-mail. */
  readonly hasMail: boolean;
}

const NIGHT = { from: "22:00", until: "07:00" };

/** What the person wants to be told of, where, of which shipments, and when no e-mail comes. */
export function RulesForm({ settings, language: ofScreen, hasMail }: Props) {
  const t = useTranslations("notifications");
  const [rules, setRules] = useState<readonly NotificationRuleView[]>(settings.rules);
  const [quiet, setQuiet] = useState(settings.quiet);
  const [language, setLanguage] = useState(settings.language ?? ofScreen);
  const [isSaving, setSaving] = useState(false);
  const change = (kind: string, part: Partial<NotificationRuleView>) =>
    setRules(rules.map((rule) => (rule.kind === kind ? { ...rule, ...part } : rule)));
  const save = async (event: FormEvent) => {
    event.preventDefault();
    setSaving(true);
    await api("/notifications/settings", { method: "PUT", json: { rules, quiet, language } }).then(
      () => toast.success(t("saved")),
      (error: unknown) => toast.error(wordsOf(error)),
    );
    setSaving(false);
  };
  return (
    <form onSubmit={(event) => void save(event)} className="flex flex-col gap-4">
      {hasMail ? null : <Alert>{t("noMail")}</Alert>}
      <RulesTable rules={rules} onChange={change} />
      <div className="flex flex-col gap-2">
        <Switch checked={quiet !== null} onCheckedChange={(isOn) => setQuiet(isOn ? NIGHT : null)}>
          {t("quiet")}
        </Switch>
        <p className="text-sm text-muted">{t("quietLead")}</p>
        {quiet ? (
          <div className="flex flex-wrap gap-3">
            {(["from", "until"] as const).map((end) => (
              <Field key={end} label={t(`quietEnd.${end}`)}>
                {(control) => (
                  <Input
                    {...control}
                    type="time"
                    required
                    value={quiet[end]}
                    onChange={({ target }) => setQuiet({ ...quiet, [end]: target.value })}
                  />
                )}
              </Field>
            ))}
          </div>
        ) : null}
      </div>
      <Field label={t("language")} className="max-w-56">
        {(control) => (
          <Select
            {...control}
            value={language}
            onValueChange={(value) => setLanguage(value === "zh" ? "zh" : "en")}
            options={[
              { value: "en", label: "English" },
              { value: "zh", label: "中文" },
            ]}
          />
        )}
      </Field>
      <div>
        <Button type="submit" disabled={isSaving}>
          {t("save")}
        </Button>
      </div>
    </form>
  );
}
