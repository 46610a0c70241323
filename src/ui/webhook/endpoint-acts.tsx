"use client";

import { Pencil, Send } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import type { EndpointView } from "@/contracts/views/notification";
import type { NoticeKind } from "@/domain/notice/kinds";
import { api, newKey, wordsOf } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { Dialog } from "@/ui/parts/dialog";
import { Switch } from "@/ui/parts/switch";
import { SecretShown } from "./secret-shown";
import { WebhookDialog } from "./webhook-dialog";

interface Props {
  readonly endpoint: EndpointView;
  readonly kinds: readonly NoticeKind[];
}

/** What can be done with an endpoint. */
export function EndpointActs({ endpoint, kinds }: Props) {
  const t = useTranslations("webhooks");
  const router = useRouter();
  const act = (request: Promise<unknown>, words: string) =>
    request.then(
      () => {
        toast.success(words);
        router.refresh();
      },
      (error: unknown) => toast.error(wordsOf(error)),
    );
  const isOn = endpoint.state === "on";
  const switchTo = (state: "on" | "off") =>
    act(api(`/webhooks/${endpoint.id}`, { method: "PATCH", json: { state } }), t(`switched.${state}`));
  const test = () =>
    act(
      api(`/webhooks/${endpoint.id}/test`, { method: "POST", headers: { "idempotency-key": newKey() } }),
      t("testOwed"),
    );
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Switch checked={isOn} onCheckedChange={(on) => void switchTo(on ? "on" : "off")}>
        {t("isOn")}
      </Switch>
      <div className="ml-auto flex flex-wrap gap-2">
        <Button asChild look="quiet" size="small">
          <Link href={`/admin/webhooks/${endpoint.id}`}>{t("log")}</Link>
        </Button>
        <Button look="quiet" size="small" disabled={!isOn} onClick={() => void test()}>
          <Send aria-hidden />
          {t("test")}
        </Button>
        <Rotate endpoint={endpoint} />
        <WebhookDialog
          kinds={kinds}
          endpoint={endpoint}
          trigger={
            <Button look="quiet" size="small">
              <Pencil aria-hidden />
              {t("change")}
            </Button>
          }
        />
      </div>
    </div>
  );
}

/** A new secret; asked once, for the other side has to learn it within a day. */
function Rotate({ endpoint }: { readonly endpoint: EndpointView }) {
  const t = useTranslations("webhooks");
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const close = () => {
    setOpen(false);
    setSecret(null);
    router.refresh();
  };
  const rotate = () =>
    api<{ secret: string }>(`/webhooks/${endpoint.id}/secret`, { method: "POST" }).then(
      (made) => setSecret(made.secret),
      (error: unknown) => toast.error(wordsOf(error)),
    );
  return (
    <Dialog
      title={t("rotate")}
      description={t("rotateLead")}
      isOpen={isOpen}
      onOpenChange={(open) => (open ? setOpen(true) : close())}
      trigger={
        <Button look="quiet" size="small">
          {t("rotate")}
        </Button>
      }
    >
      {secret === null ? (
        <div className="flex justify-end">
          <Button onClick={() => void rotate()}>{t("rotateNow")}</Button>
        </div>
      ) : (
        <SecretShown secret={secret} onDone={close} />
      )}
    </Dialog>
  );
}
