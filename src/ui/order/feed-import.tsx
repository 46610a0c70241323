"use client";

import { FileUp } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import { FEED_KINDS } from "@/domain/three-documents/documents";
import { api, newKey, wordsOf } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { Dialog } from "@/ui/parts/dialog";
import { Field } from "@/ui/parts/field";
import { Input } from "@/ui/parts/input";
import { Select } from "@/ui/parts/select";
import { FeedOutcome, type FeedReceiptView } from "./feed-outcome";
import { FeedPreview, type FilePreview } from "./feed-preview";

/** A file of a feed: what it holds, what would become of it, and then, if that is meant, the taking. */
export function FeedImport() {
  const t = useTranslations("orders");
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const [kind, setKind] = useState<string>("order");
  const [file, setFile] = useState<File | null>(null);
  const [mapping, setMapping] = useState<Readonly<Record<string, string>>>({});
  const [preview, setPreview] = useState<FilePreview | null>(null);
  const [tried, setTried] = useState<FeedReceiptView | null>(null);
  const [taken, setTaken] = useState<FeedReceiptView | null>(null);
  const fail = (error: unknown) => void toast.error(wordsOf(error));
  const send = <T,>(step: string, given: File, map: Readonly<Record<string, string>>, of = kind) =>
    api<T>(`/orders/feeds/${of}/csv?step=${step}&mapping=${encodeURIComponent(JSON.stringify(map))}`, {
      method: "POST",
      file: given,
      headers: { "idempotency-key": newKey() },
    });
  const reset = () => {
    setPreview(null);
    setTried(null);
    setTaken(null);
  };
  const look = (given: File | null, map: Readonly<Record<string, string>>, of = kind) => {
    reset();
    setFile(given);
    setMapping(map);
    if (given) void send<FilePreview>("preview", given, map, of).then(setPreview, fail);
  };
  const tryIt = () => file && void send<FeedReceiptView>("try", file, mapping).then(setTried, fail);
  const take = () =>
    file &&
    void send<FeedReceiptView>("take", file, mapping).then((done) => {
      setTaken(done);
      router.refresh();
    }, fail);
  const isReady = preview !== null && preview.missing.length === 0;
  return (
    <Dialog
      title={t("import.title")}
      description={t("import.lead")}
      isWide
      isOpen={isOpen}
      onOpenChange={(open) => {
        setOpen(open);
        look(null, {});
      }}
      trigger={
        <Button>
          <FileUp aria-hidden />
          {t("import.act")}
        </Button>
      }
    >
      <div className="flex min-w-0 flex-col gap-4">
        <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
          <Field label={t("import.kind")}>
            {(control) => (
              <Select
                {...control}
                value={kind}
                onValueChange={(chosen) => {
                  setKind(chosen);
                  look(file, {}, chosen);
                }}
                options={FEED_KINDS.map((value) => ({ value, label: t(`document.${value}`) }))}
              />
            )}
          </Field>
          <Field label={t("import.file")}>
            {(control) => (
              <Input
                {...control}
                type="file"
                accept=".csv,text/csv"
                onChange={(event) => look(event.target.files?.[0] ?? null, {})}
                className="py-1 file:mr-3 file:rounded-sm file:border-0 file:bg-raised file:px-2 file:text-sm"
              />
            )}
          </Field>
        </div>
        {preview && !taken ? (
          <FeedPreview preview={preview} onMap={(column, heading) => look(file, { ...mapping, [column]: heading })} />
        ) : null}
        {tried && !taken ? <FeedOutcome receipt={tried} words="tried" /> : null}
        {taken ? <FeedOutcome receipt={taken} words="taken" /> : null}
        <div className="flex justify-end gap-2">
          <Button look="quiet" onClick={() => setOpen(false)}>
            {t(taken ? "lodge.close" : "import.cancel")}
          </Button>
          {tried && !taken ? (
            <Button disabled={tried.accepted + tried.contradictory === 0} onClick={take}>
              {t("import.take", { count: tried.accepted + tried.contradictory })}
            </Button>
          ) : taken ? null : (
            <Button disabled={!isReady} onClick={tryIt}>
              {t("import.try")}
            </Button>
          )}
        </div>
      </div>
    </Dialog>
  );
}
