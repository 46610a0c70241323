import { useTranslations } from "next-intl";
import type { MessageRowView } from "@/contracts/views/exchange";
import { nextStepOf } from "./message-words";

/** What somebody has to do about a message, or why nobody has to. */
export function NextStep({ message }: { readonly message: MessageRowView }) {
  const t = useTranslations("exchange");
  return <>{t(`next.${nextStepOf(message)}`, { count: message.faultCount })}</>;
}
