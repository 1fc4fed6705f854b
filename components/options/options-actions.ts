import type { DossierInfo } from '../../utils/model/dossier'
import type { ModelCheck } from '../../utils/model/model-check'
import type { Result } from '../../utils/model/result'
import type { Settings } from '../../utils/model/settings'
import type { ArrivalsActions } from '../arrivals/arrivals-actions'

/** A host the reader granted, and the match patterns that have to go for it to be taken back. */
export interface SiteGrant {
  /** `*.example.org` stands for it and all below it. */
  host: string
  patterns: string[]
}

/** What the page can do that asks for one site, in the sidebar's stead. */
export interface GrantActions {
  isGranted: () => Promise<boolean>
  /** Called straight from the click. */
  grant: () => Promise<boolean>
  /** Leads back to the article. */
  close: () => void
}

/** What the options page shows. */
export interface OptionsData {
  settings: Settings
  /** Without the grant of every site, which has a switch of its own. */
  sites: SiteGrant[]
  isEverySite: boolean
  dossiers: DossierInfo[]
}

/** What the options page can do; each is followed by a fresh load. */
export interface OptionsActions {
  load: () => Promise<Result<OptionsData>>
  saveSettings: (change: Partial<Settings>) => Promise<Result<unknown>>
  removeSite: (site: SiteGrant) => Promise<boolean>
  /** Called straight from the click when it is to be granted. */
  switchEverySite: (isOn: boolean) => Promise<boolean>
  switchOn: (host: string) => Promise<Result<unknown>>
  checkModel: () => Promise<Result<ModelCheck>>
  arrivals: ArrivalsActions
  showWelcome: () => void
  /** Leads to backups and storage, in the library. */
  showData: () => void
}
