import { DestructionPage, type DestructionProps, destructionTitle } from "../../../../destruction-pages";

export const generateMetadata = destructionTitle;

export default function Page({ params }: DestructionProps) {
  return <DestructionPage room="broker" params={params} />;
}
