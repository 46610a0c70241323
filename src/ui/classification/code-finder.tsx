"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { toast } from "sonner";
import type { SuggestionView } from "@/contracts/views/classification";
import { api, wordsOf } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { Field } from "@/ui/parts/field";
import { Input } from "@/ui/parts/input";
import { Textarea } from "@/ui/parts/textarea";
import { Suggestions } from "./suggestions";

interface Props {
  readonly description?: string;
  readonly origin?: string | null;
  readonly regime?: string;
  /** What becomes of the code that was taken. */
  readonly onTake: (code: string, description: string) => Promise<void>;
}

/** From a description to a code: asks for suggestions and lets a person take one. */
export function CodeFinder({ description = "", origin = null, regime, onTake }: Props) {
  const t = useTranslations("classification");
  const [text, setText] = useState(description);
  const [from, setFrom] = useState(origin ?? "");
  const [suggestion, setSuggestion] = useState<SuggestionView | null>(null);
  const [isBusy, setBusy] = useState(false);
  const asked = useRef(0);
  const find = async () => {
    if (text.trim() === "") return;
    asked.current += 1;
    const mine = asked.current;
    setBusy(true);
    try {
      const json = {
        description: text,
        ...(from === "" ? {} : { origin: from.toUpperCase() }),
        ...(regime ? { regime } : {}),
      };
      const answer = await api<SuggestionView>("/classification/suggestions", { method: "POST", json });
      // An answer that was overtaken by a later question is no answer to it.
      if (mine === asked.current) setSuggestion(answer);
    } catch (error) {
      toast.error(wordsOf(error));
    } finally {
      if (mine === asked.current) setBusy(false);
    }
  };
  // What is described already is asked for at once.
  const isStarted = useRef(false);
  useEffect(() => {
    if (isStarted.current || description === "") return;
    isStarted.current = true;
    void find();
  });
  const take = async (code: string) => {
    setBusy(true);
    await onTake(code, text).finally(() => setBusy(false));
  };
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <form
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void find();
        }}
        className="flex flex-wrap items-end gap-3"
      >
        <Field label={t("describe")} className="min-w-64 flex-1">
          {(control) => (
            <Textarea
              {...control}
              rows={2}
              value={text}
              placeholder={t("placeholder")}
              onChange={(event) => setText(event.target.value)}
              onKeyDown={(event) => {
                if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
                event.preventDefault();
                void find();
              }}
            />
          )}
        </Field>
        <Field label={t("origin")} className="w-20">
          {(control) => (
            <Input {...control} value={from} maxLength={2} onChange={(event) => setFrom(event.target.value)} />
          )}
        </Field>
        <Button type="submit" disabled={isBusy || text.trim() === ""}>
          {isBusy ? t("finding") : t("find")}
        </Button>
      </form>
      <div aria-live="polite">
        {suggestion ? <Suggestions suggestion={suggestion} onTake={(code) => void take(code)} isBusy={isBusy} /> : null}
      </div>
    </div>
  );
}
