/** An article with marked lines and the sidebar beside it. It shows what the words beside it say, and is not read out. */
export function Illustration() {
  return (
    <svg class="illustration" viewBox="0 0 420 280" aria-hidden="true">
      <rect class="sheet" x="6" y="10" width="408" height="262" rx="14" />
      <path class="panel" d="M262 10.5h138a13.5 13.5 0 0 1 13.5 13.5v234a13.5 13.5 0 0 1-13.5 13.5h-138z" />
      <path class="title" d="M32 48h174M32 66h118" />
      <path
        class="text"
        d="M32 96h196M32 114h60M32 150h196M32 168h150M32 204h70M196 204h32M32 222h180M32 240h96"
      />
      <path class="text" d="M176 114h52" />
      <rect class="wash dispute" x="98" y="104" width="72" height="19" rx="4" />
      <path class="marked" d="M104 113h60" />
      <path class="line dispute" d="M100 125q4-5 8 0t8 0t8 0t8 0t8 0t8 0t8 0t8 0t4-2" />
      <path class="marked" d="M112 204h74" />
      <path class="line agree" d="M108 215h82" />
      <rect class="card" x="276" y="30" width="124" height="98" rx="9" />
      <path class="title small" d="M288 48h92" />
      <path class="axis" d="M288 66h100M288 80h100" />
      <circle class="dot agree" cx="312" cy="66" r="4.5" />
      <circle class="dot agree" cx="346" cy="66" r="4.5" />
      <circle class="ring" cx="346" cy="66" r="8" />
      <rect class="dot dispute" x="326" y="76" width="8" height="8" rx="1.5" />
      <rect class="dot dispute" x="374" y="76" width="8" height="8" rx="1.5" />
      <rect class="wash dispute" x="288" y="96" width="52" height="14" rx="7" />
      <path class="sign dispute" d="M295 101h7M295 105h7M300.5 98l-4 10" />
      <path class="word dispute" d="M308 103h24" />
      <path class="text" d="M288 120h90" />
      <rect class="card" x="276" y="140" width="124" height="74" rx="9" />
      <path class="title small" d="M288 158h74" />
      <rect class="wash agree" x="288" y="172" width="46" height="14" rx="7" />
      <path class="sign agree" d="M295 177h7M295 181h7" />
      <path class="word agree" d="M308 179h18" />
      <path class="text" d="M288 200h84" />
      <path class="link" d="M170 114c50 0 50-11 118-11" />
    </svg>
  )
}
