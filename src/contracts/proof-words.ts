import type { Language } from "./words";

interface PaperWords {
  readonly title: string;
  readonly lead: string;
  readonly shown: string;
  readonly leftOut: (count: number) => string;
  readonly check: string;
  readonly how: string;
  readonly caption: string;
  readonly hash: string;
  readonly key: string;
  readonly attached: string;
  readonly pages: string;
}

const WORDS: Readonly<Record<Language, PaperWords>> = {
  en: {
    title: "Proof of release",
    lead: "What is printed here can be forged like any print. The proof is the file inside of this PDF: it is checked with keys alone, without a network and without asking us.",
    shown: "What it shows",
    leftOut: (count) => `${count} more fields were stated and are left out; the proof says so and stays true.`,
    check: "How it is checked",
    how: "Open the page that verifies proofs, which every installation hands out, and drop this PDF on it; or take the file out and use the command line. Compare the key below with the one that you were given another way.",
    caption: "Number of the release and SHA-256 of the file inside",
    hash: "SHA-256 of the file",
    key: "Key of the log",
    attached: "The proof, to be checked by machines",
    pages: "Page {page} of {pages}",
  },
  zh: {
    title: "放行证明",
    lead: "本页所印内容与任何印刷品一样可能被伪造。真正的证明是本 PDF 内的文件：仅凭密钥即可核验，无需联网，也无需向我们查询。",
    shown: "载明内容",
    leftOut: (count) => `另有 ${count} 项内容已声明但隐去；证明会说明这一点，且仍然成立。`,
    check: "核验方法",
    how: "打开各平台提供的离线核验页面，将本 PDF 拖入；或取出内附文件，用命令行核验。请将下列密钥与您通过其他途径得到的密钥核对。",
    caption: "放行编号及内附文件的 SHA-256",
    hash: "文件的 SHA-256",
    key: "日志密钥",
    attached: "供机器核验的证明",
    pages: "第 {page} 页，共 {pages} 页",
  },
};

/** The words of a proof that is printed. */
export function wordsOfPaper(language: Language): PaperWords {
  return WORDS[language];
}
