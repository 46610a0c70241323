import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ChannelView } from "@/contracts/views/exchange";
import { Badge } from "@/ui/parts/badge";
import { Card } from "@/ui/parts/card";
import { CompareNow, SwitchChannel } from "./channel-acts";
import { ChannelComparison } from "./channel-comparison";
import { ChangeChannel } from "./channel-dialogs";
import { StateParties } from "./channel-parties";
import { AnnounceWindow, ChannelWindows } from "./channel-windows";
import { useFieldWords } from "./message-words";
import { PARTY_GROUP_NAMES, PARTY_GROUPS } from "./party-groups";

interface Props {
  readonly channel: ChannelView;
  readonly mayAct: boolean;
}

/** A channel: its terms, the parties that its messages name, its maintenance, and the last comparison. */
export function ChannelCard({ channel, mayAct }: Props) {
  const t = useTranslations("exchange.channels");
  const isInForce = channel.state === "in_force";
  return (
    <Card aria-labelledby={`channel-${channel.id}`}>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <h2 id={`channel-${channel.id}`} className="text-base font-semibold break-all">
          {channel.address}
        </h2>
        <Badge tone={isInForce ? "green" : "yellow"}>
          <span aria-hidden>{isInForce ? "●" : "▲"}</span>
          {t(`state.${channel.state}`)}
        </Badge>
        {mayAct ? (
          <span className="ml-auto flex flex-wrap gap-2">
            <ChangeChannel channel={channel} />
            <SwitchChannel channel={channel} />
          </span>
        ) : null}
      </div>
      <Terms channel={channel} />
      <Part title={t("parties")} act={mayAct ? <StateParties channel={channel} /> : null}>
        <Parties parties={channel.parties} />
      </Part>
      <Part title={t("windows")} act={mayAct ? <AnnounceWindow channel={channel} /> : null}>
        <ChannelWindows channel={channel} mayAct={mayAct} />
      </Part>
      <Part title={t("comparison")} act={mayAct && isInForce ? <CompareNow channel={channel} /> : null}>
        <ChannelComparison channel={channel} />
      </Part>
    </Card>
  );
}

interface PartProps {
  readonly title: string;
  readonly act: ReactNode;
  readonly children: ReactNode;
}

function Part({ title, act, children }: PartProps) {
  return (
    <div className="border-t pt-3">
      <div className="mb-2 flex min-h-7 flex-wrap items-center gap-3">
        <h3 className="text-sm font-semibold">{title}</h3>
        {act ? <span className="ml-auto">{act}</span> : null}
      </div>
      {children}
    </div>
  );
}

function Terms({ channel }: Pick<Props, "channel">) {
  const t = useTranslations("exchange.channels");
  const syntaxes = useTranslations("exchange.syntax");
  const { kind, generalSyntax, isBinding, answerWithinMinutes, pollEverySeconds } = channel;
  const terms = [
    [t("kind"), t(`kinds.${kind}`)],
    [t("generalSyntax"), syntaxes(generalSyntax)],
    [t("gate"), t(isBinding ? "binding" : "notBinding")],
    [t("answerWithinMinutes"), String(answerWithinMinutes)],
    [t("pollEverySeconds"), String(pollEverySeconds)],
  ] as const;
  return (
    <dl className="grid gap-x-6 gap-y-2 text-sm sm:grid-cols-2 xl:grid-cols-3">
      {terms.map(([name, value]) => (
        <Fact key={name} name={name} value={value} />
      ))}
    </dl>
  );
}

function Parties({ parties }: Pick<ChannelView, "parties">) {
  const t = useTranslations("exchange.channels");
  const fieldWords = useFieldWords();
  const known = PARTY_GROUP_NAMES.flatMap((group): readonly string[] => PARTY_GROUPS[group]);
  // What was stated over the API under another name stands here too.
  const names = [...known, ...Object.keys(parties).filter((name) => !known.includes(name))];
  const stated = names.flatMap((name) => (parties[name] ? [[name, parties[name]] as const] : []));
  if (stated.length === 0) return <p className="text-sm text-muted">{t("partiesNone")}</p>;
  return (
    <dl className="grid gap-x-6 gap-y-2 text-sm sm:grid-cols-2 xl:grid-cols-3">
      {stated.map(([name, value]) => (
        <Fact key={name} name={fieldWords(name)} value={value} />
      ))}
    </dl>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div className="min-w-0">
      <dt className="text-xs text-muted">{name}</dt>
      <dd className="break-words">{value}</dd>
    </div>
  );
}
