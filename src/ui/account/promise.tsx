import { Check, FileStack, Link2, ScanSearch } from "lucide-react";
import { useTranslations } from "next-intl";
import { GateGlyph } from "@/ui/gate/gate-glyph";

const POINTS = [
  { word: "once", icon: FileStack },
  { word: "source", icon: ScanSearch },
  { word: "chain", icon: Link2 },
] as const;

/** What the product does, in its own picture: goods that have passed the first gate and wait at the second. */
export function SignInPromise() {
  const t = useTranslations("signIn");
  return (
    <aside
      className="hidden flex-col justify-center gap-9 border-l bg-rail px-14 xl:px-20 lg:flex"
      aria-label={t("promise")}
    >
      <p className="max-w-lg text-2xl font-semibold text-balance">{t("promise")}</p>
      <div aria-hidden className="w-full max-w-2xl">
        <div className="flex items-center">
          <Stop isDone />
          <Line isPassed />
          <GateGlyph look="open" isPassed isAlwaysAcross />
          <Line isPassed />
          <Stop isDone />
          <Line isPassed />
          <GateGlyph look="closed" isPassed isAlwaysAcross />
          <Line isPassed={false} />
          <Stop isDone={false} />
        </div>
      </div>
      <ul className="flex max-w-lg flex-col gap-3.5">
        {POINTS.map(({ word, icon: Icon }) => (
          <li key={word} className="flex gap-3">
            <Icon aria-hidden className="mt-0.5 size-4 shrink-0 text-accent" strokeWidth={1.75} />
            <span>
              <span className="block font-medium">{t(`point.${word}`)}</span>
              <span className="text-sm text-muted">{t(`pointDetail.${word}`)}</span>
            </span>
          </li>
        ))}
      </ul>
    </aside>
  );
}

function Stop({ isDone }: { readonly isDone: boolean }) {
  return (
    <span
      className={`inline-flex size-5 shrink-0 items-center justify-center rounded-full border-2 ${isDone ? "border-green bg-green text-page" : "border-line-strong/70 bg-page"}`}
    >
      {isDone ? <Check className="size-3" strokeWidth={3.5} /> : null}
    </span>
  );
}

function Line({ isPassed }: { readonly isPassed: boolean }) {
  return <span className={`flex-1 border-t-2 ${isPassed ? "border-green" : "border-dashed border-line-strong/70"}`} />;
}
