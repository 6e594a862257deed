/** Three strokes flying in a wedge, 人字雁阵, in ink. */
export function Mark() {
  return (
    <svg
      viewBox="0 0 32 28"
      width="32"
      height="28"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.6"
      strokeLinecap="round"
    >
      <path d="M16 4 C12 6 8 9 4 15" />
      <path d="M16 4 C20 6 24 9 28 15" />
      <path d="M16 13 C13 15 11 18 9 24" />
    </svg>
  )
}
