"use client";

import { FileUp } from "lucide-react";
import { useRouter } from "next/navigation";
import { type ReactNode, useRef, useState } from "react";
import { toast } from "sonner";
import { decodeText } from "@/contracts/decode-text";
import { Alert } from "@/ui/parts/alert";
import { api, newKey, wordsOf } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { Dialog } from "@/ui/parts/dialog";
import { Field } from "@/ui/parts/field";
import { Input } from "@/ui/parts/input";

/** What a file would do, in a sentence, and whether that can be done. */
export interface Verdict {
  readonly tone: "bad" | "info" | "good";
  readonly words: string;
  readonly isReady: boolean;
}

interface Props<Preview, Done> {
  readonly words: Readonly<Record<"title" | "lead" | "file" | "columns" | "cancel" | "confirm", string>>;
  /** Where the file is sent; its preview is one step below. */
  readonly path: string;
  readonly judge: (preview: Preview) => Verdict;
  readonly rows: (preview: Preview) => ReactNode;
  /** What is said once the file is taken. */
  readonly done: (answer: Done) => string;
  /** What goes with the file where it is not sent alone; null while that is not complete. */
  readonly beside?: { readonly field: ReactNode; readonly json: (csv: string) => object | null };
  readonly look?: "primary" | "quiet";
}

/** A CSV file: first what it would do, row by row, then, if that is meant, all of it or nothing. */
export function CsvImportDialog<Preview, Done>({
  words,
  path,
  judge,
  rows,
  done,
  beside,
  look = "quiet",
}: Props<Preview, Done>) {
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [file, setFile] = useState<{ readonly bytes: Blob; readonly csv: string } | null>(null);
  const [preview, setPreview] = useState<Preview | null>(null);
  const fail = (error: unknown) => void toast.error(wordsOf(error));
  const chosen = useRef<File | undefined>(undefined);
  const choose = async (given: File | undefined) => {
    chosen.current = given;
    setPreview(null);
    setFile(null);
    if (!given) return;
    // What cannot be read is refused by the preview, in words.
    const decoded = decodeText(new Uint8Array(await given.arrayBuffer()));
    await api<Preview>(`${path}/preview`, { method: "POST", file: given }).then((answer) => {
      // The answer for a file that another took the place of meanwhile is about nothing.
      if (chosen.current !== given) return;
      setFile({ bytes: given, csv: decoded.ok ? decoded.value.text : "" });
      setPreview(answer);
    }, fail);
  };
  const json = beside && file ? beside.json(file.csv) : undefined;
  const take = async () => {
    if (!file) return;
    setBusy(true);
    const headers = { "idempotency-key": newKey() };
    await api<Done>(path, { method: "POST", headers, ...(json ? { json } : { file: file.bytes }) }).then((answer) => {
      toast.success(done(answer));
      setOpen(false);
      setPreview(null);
      router.refresh();
    }, fail);
    setBusy(false);
  };
  const verdict = preview === null ? null : judge(preview);
  return (
    <Dialog
      title={words.title}
      description={words.lead}
      isWide
      isOpen={isOpen}
      onOpenChange={(open) => {
        setOpen(open);
        if (!open) setPreview(null);
      }}
      trigger={
        <Button look={look}>
          <FileUp aria-hidden />
          {words.title}
        </Button>
      }
    >
      <div className="flex flex-col gap-4">
        <Field label={words.file} hint={words.columns}>
          {(control) => (
            <Input
              {...control}
              type="file"
              accept=".csv,text/csv"
              onChange={(event) => void choose(event.target.files?.[0])}
              className="py-1 file:mr-3 file:rounded-sm file:border-0 file:bg-raised file:px-2 file:text-sm"
            />
          )}
        </Field>
        {preview !== null && verdict ? (
          <>
            <Alert tone={verdict.tone}>{verdict.words}</Alert>
            {rows(preview)}
          </>
        ) : null}
        {beside?.field}
        <div className="flex justify-end gap-2">
          <Button look="quiet" onClick={() => setOpen(false)}>
            {words.cancel}
          </Button>
          <Button disabled={isBusy || !verdict?.isReady || json === null} onClick={() => void take()}>
            {words.confirm}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
