"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useId, useState } from "react";
import type { EndpointView } from "@/contracts/views/notification";
import type { NoticeKind } from "@/domain/notice/kinds";
import { api, wordsOf } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { Checkbox } from "@/ui/parts/checkbox";
import { Dialog } from "@/ui/parts/dialog";
import { TextField } from "@/ui/parts/field";
import { SecretShown } from "./secret-shown";

interface Props {
  /** The kinds that the organisation is told of. */
  readonly kinds: readonly NoticeKind[];
  /** Null to add one. */
  readonly endpoint: EndpointView | null;
  readonly trigger: ReactNode;
}

/** Adds an endpoint and shows its secret, this once; or changes where one is and what it is told. */
export function WebhookDialog({ kinds, endpoint, trigger }: Props) {
  const t = useTranslations("webhooks");
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const close = () => {
    setOpen(false);
    setSecret(null);
    router.refresh();
  };
  return (
    <Dialog
      title={t(endpoint ? "change" : "add")}
      description={t("formLead")}
      isOpen={isOpen}
      onOpenChange={(open) => (open ? setOpen(true) : close())}
      trigger={trigger}
    >
      {secret === null ? (
        <WebhookForm kinds={kinds} endpoint={endpoint} onDone={(made) => (made ? setSecret(made) : close())} />
      ) : (
        <SecretShown secret={secret} onDone={close} />
      )}
    </Dialog>
  );
}

interface FormProps extends Omit<Props, "trigger"> {
  readonly onDone: (secret: string | null) => void;
}

function WebhookForm({ kinds, endpoint, onDone }: FormProps) {
  const t = useTranslations("webhooks");
  const names = useTranslations("notifications.kind");
  const legend = useId();
  const [url, setUrl] = useState(endpoint?.url ?? "");
  const [chosen, setChosen] = useState<readonly NoticeKind[]>(endpoint?.kinds ?? kinds);
  const [error, setError] = useState<string>();
  const [isSaving, setSaving] = useState(false);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    setSaving(true);
    setError(undefined);
    const json = { url, kinds: chosen };
    await (endpoint
      ? api(`/webhooks/${endpoint.id}`, { method: "PATCH", json }).then(() => onDone(null))
      : api<{ secret: string }>("/webhooks", { method: "POST", json }).then((made) => onDone(made.secret))
    ).catch((problem: unknown) => setError(wordsOf(problem)));
    setSaving(false);
  };
  const isAll = chosen.length === kinds.length;
  return (
    <form onSubmit={(event) => void save(event)} noValidate className="flex flex-col gap-4">
      <TextField
        label={t("url")}
        hint={t("urlHint")}
        error={error}
        type="url"
        autoComplete="off"
        value={url}
        onChange={({ target }) => setUrl(target.value)}
      />
      <fieldset className="flex flex-col gap-2" aria-labelledby={legend}>
        <div className="flex items-center gap-3">
          <span id={legend} className="text-xs font-medium text-muted">
            {t("kinds")}
          </span>
          <Button look="bare" size="small" className="ml-auto" onClick={() => setChosen(isAll ? [] : kinds)}>
            {t(isAll ? "chooseNone" : "chooseAll")}
          </Button>
        </div>
        <div className="grid max-h-72 grid-cols-1 gap-x-4 gap-y-1 overflow-y-auto sm:grid-cols-2">
          {kinds.map((kind) => (
            <Checkbox
              key={kind}
              checked={chosen.includes(kind)}
              onCheckedChange={(isOn) => setChosen(isOn ? [...chosen, kind] : chosen.filter((each) => each !== kind))}
            >
              {names(kind)}
            </Checkbox>
          ))}
        </div>
      </fieldset>
      <div className="flex justify-end">
        <Button type="submit" disabled={isSaving || url.trim() === "" || chosen.length === 0}>
          {t(endpoint ? "save" : "make")}
        </Button>
      </div>
    </form>
  );
}
