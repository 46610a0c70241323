import { useTranslations } from "next-intl";
import { nextStepOf } from "@/contracts/message-step";
import type { MessageRowView } from "@/contracts/views/exchange";

/** What somebody has to do about a message, or why nobody has to. */
export function NextStep({ message }: { readonly message: MessageRowView }) {
  const t = useTranslations("exchange");
  return <>{t(`next.${nextStepOf(message)}`, { count: message.faultCount })}</>;
}
