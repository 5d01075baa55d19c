; The installer of Windows: for one user, without an administrator. installer.py compiles it with a generated
; product.nsh (names, version, sizes) and payload.nsh (each file in a fixed order, so that the same input gives the
; same bytes; no times are stored).
;
;   /S                  silent              /D=PATH             where to install (last, without quotes)
;   /LANGUAGE=es|en     language            /DESKTOP            a shortcut on the desktop as well
;   /DOWNGRADE          an older version in the place of a newer one, silently
;   Uninstall.exe /S [/REMOVEDATA]          REMOVEDATA: settings, logs, backups of this computer as well
;
; Exit codes. After every one but 0 the program that was installed before is as it was.
;   0 done    1 cancelled by the user    2 a file could not be written    3 this Windows is too old, or has 32 bits
;   4 ChapterDesk is open and did not close when it was asked    5 the folder cannot be written or is another program's
;   6 not enough room    7 a newer version is installed (without /DOWNGRADE)    8 Windows did not let files be replaced
;   9 another installation is running

Unicode true
!include "${WORK}\product.nsh"
Target ${TARGET}
!include MUI2.nsh
!include LogicLib.nsh
!include FileFunc.nsh
!include WordFunc.nsh
!include WinVer.nsh
!include x64.nsh
!include Win\COM.nsh
!include Win\Propkey.nsh

!define NEW ".chapterdesk-new" ; folder of the new program while it is written
!define OLD ".chapterdesk-old" ; folder of the old program while it is taken away
!define UNINSTALLER "Uninstall.exe"
!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\${NAME}"
!define OWN_KEY "Software\${NAME}"
!define OLDEST_BUILD 17763 ; Windows 10 1809, which Qt 6.12 asks for
!define OLDEST_ARM_BUILD 22000 ; Windows 11 runs programs of x86_64 on ARM

Name "${NAME}"
OutFile "${OUT}"
BrandingText "${NAME} ${VERSION}"
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\${NAME}"
SetCompressor /SOLID lzma
SetDateSave off
AllowSkipFiles off
ShowInstDetails nevershow
ShowUninstDetails nevershow
ManifestDPIAware true
ManifestSupportedOS Win10

VIProductVersion "${QUAD}"
!macro VersionResource LANGUAGE DESCRIPTION
  VIAddVersionKey /LANG=${LANGUAGE} "ProductName" "${NAME}"
  VIAddVersionKey /LANG=${LANGUAGE} "CompanyName" "${PUBLISHER}"
  VIAddVersionKey /LANG=${LANGUAGE} "LegalCopyright" "© ${PUBLISHER}"
  VIAddVersionKey /LANG=${LANGUAGE} "FileDescription" "${DESCRIPTION}"
  VIAddVersionKey /LANG=${LANGUAGE} "FileVersion" "${VERSION}"
  VIAddVersionKey /LANG=${LANGUAGE} "ProductVersion" "${VERSION}"
!macroend

!ifdef SIGN ; signing.py with the path of the program to sign; it says what went wrong
  !uninstfinalize '${SIGN} "%1"' = 0
  !finalize '${SIGN} "%1"' = 0
!endif

Var Before ; where the program is installed now, "" nowhere
Var BeforeVersion ; as it is shown
Var WelcomeTitle
Var WelcomeText
Var Kept ; what the uninstaller says that it kept
Var RemoveData ; 1 when settings, logs and backups are to be removed
Var Tick

; Pages

!define MUI_ICON "${ICONS}\chapterdesk.ico"
!define MUI_UNICON "${ICONS}\chapterdesk.ico"
!define MUI_HEADERIMAGE
!define MUI_HEADERIMAGE_BITMAP "${ICONS}\installer-header.bmp"
!define MUI_HEADERIMAGE_UNBITMAP "${ICONS}\installer-header.bmp"
!define MUI_HEADERIMAGE_RIGHT
!define MUI_WELCOMEFINISHPAGE_BITMAP "${ICONS}\installer-side.bmp"
!define MUI_UNWELCOMEFINISHPAGE_BITMAP "${ICONS}\installer-side.bmp"

!define MUI_WELCOMEPAGE_TITLE "$WelcomeTitle"
!define MUI_WELCOMEPAGE_TEXT "$WelcomeText"
!define MUI_PAGE_CUSTOMFUNCTION_SHOW ShowWelcome
!insertmacro MUI_PAGE_WELCOME

!define MUI_PAGE_HEADER_TEXT "$(PlaceTitle)"
!define MUI_PAGE_HEADER_SUBTEXT "$(PlaceSubtitle)"
!define MUI_DIRECTORYPAGE_TEXT_TOP "$(PlaceText)"
!define MUI_DIRECTORYPAGE_TEXT_DESTINATION "$(PlaceFolder)"
!define MUI_PAGE_CUSTOMFUNCTION_PRE SkipPlace
!define MUI_PAGE_CUSTOMFUNCTION_LEAVE LeavePlace
!insertmacro MUI_PAGE_DIRECTORY

!define MUI_PAGE_HEADER_TEXT "$(CopyTitle)"
!define MUI_PAGE_HEADER_SUBTEXT "$(CopySubtitle)"
!define MUI_INSTFILESPAGE_FINISHHEADER_TEXT "$(DoneTitle)"
!define MUI_INSTFILESPAGE_FINISHHEADER_SUBTEXT " "
!define MUI_INSTFILESPAGE_ABORTHEADER_TEXT "$(AbortTitle)"
!define MUI_INSTFILESPAGE_ABORTHEADER_SUBTEXT "$(AbortSubtitle)"
!insertmacro MUI_PAGE_INSTFILES

!define MUI_FINISHPAGE_TITLE "$(DoneTitle)"
!define MUI_FINISHPAGE_TEXT "$(DoneText)"
!define MUI_FINISHPAGE_BUTTON "$(Finish)"
!define MUI_FINISHPAGE_NOREBOOTSUPPORT
!define MUI_FINISHPAGE_RUN "$INSTDIR\${PROGRAM}"
!define MUI_FINISHPAGE_RUN_TEXT "$(OpenNow)"
!define MUI_FINISHPAGE_SHOWREADME
!define MUI_FINISHPAGE_SHOWREADME_TEXT "$(OnDesktop)"
!define MUI_FINISHPAGE_SHOWREADME_NOTCHECKED
!define MUI_FINISHPAGE_SHOWREADME_FUNCTION PutOnDesktop
!insertmacro MUI_PAGE_FINISH

UninstPage custom un.ShowConfirm un.LeaveConfirm

!define MUI_PAGE_HEADER_TEXT "$(UnCopyTitle)"
!define MUI_PAGE_HEADER_SUBTEXT " "
!define MUI_INSTFILESPAGE_FINISHHEADER_TEXT "$(UnDoneTitle)"
!define MUI_INSTFILESPAGE_FINISHHEADER_SUBTEXT " "
!insertmacro MUI_UNPAGE_INSTFILES

!define MUI_FINISHPAGE_TITLE "$(UnDoneTitle)"
!define MUI_FINISHPAGE_TEXT "$Kept"
!define MUI_FINISHPAGE_TEXT_LARGE
!define MUI_FINISHPAGE_BUTTON "$(Finish)"
!define MUI_FINISHPAGE_NOREBOOTSUPPORT
!insertmacro MUI_UNPAGE_FINISH

!insertmacro MUI_LANGUAGE "English" ; the first is for everybody who speaks none of them
!insertmacro MUI_LANGUAGE "Spanish"
!include strings.nsh
!insertmacro VersionResource ${LANG_ENGLISH} "${NAME} setup"
!insertmacro VersionResource ${LANG_SPANISH} "Instalador de ${NAME}"

!include start.nsh
!include program.nsh
!include registration.nsh

; Installing

Section
  SetShellVarContext current
  StrCpy $R0 $INSTDIR
  Call MendBrokenSwap
  Call JudgePlace
  ${If} $0 <> 0
    !insertmacro Refuse $0 $1
  ${EndIf}
  CreateDirectory "$INSTDIR"
  Call KnowPlace
  StrCpy $R0 $INSTDIR
  Call MakeFree
  ${If} $Before != ""
  ${AndIf} $Before != $INSTDIR
    StrCpy $R0 $Before
    Call MakeFree
    StrCpy $R0 $INSTDIR
  ${EndIf}

  ; The new program is laid beside the old one, which works until all of the new is there.
  RMDir /r "$INSTDIR\${NEW}"
  !include "${WORK}\payload.nsh"
  SetOutPath $TEMP ; nobody stands in a folder that is to be renamed
  WriteUninstaller "$INSTDIR\${NEW}\${UNINSTALLER}"
  Call MakeFree ; it may have been opened meanwhile
  Call Swap
  RMDir /r "$INSTDIR\${NEW}"
  Call Register
  ${If} $Before != ""
  ${AndIf} $Before != $INSTDIR
    StrCpy $R0 $Before
    Call RemoveProgram ; it was moved
    RMDir "$Before"
  ${EndIf}
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/DESKTOP" $1
  ${IfNot} ${Errors}
    Call PutOnDesktop
  ${EndIf}
  SetErrorLevel 0
SectionEnd

Function .onInstFailed ; a file could not be written, and the user gave up
  SetOutPath $TEMP
  RMDir /r "$INSTDIR\${NEW}"
  RMDir "$INSTDIR"
FunctionEnd

; Removing

Section Uninstall
  SetShellVarContext current
  SetOutPath $TEMP
  Call un.KnowPlace
  StrCpy $R0 $INSTDIR
  Call un.MendBrokenSwap
  Call un.MakeFree
  Call un.RemoveProgram
  Call un.Unregister
  StrCpy $Kept "$(UnKeptFiles)"
  ${If} $RemoveData == 1
    Call un.RemoveData
    StrCpy $Kept "$Kept${GAP}$(UnRemovedData)"
  ${ElseIf} ${FileExists} "${DATA}\*.*"
    StrCpy $Kept "$Kept${GAP}$(UnKeptData)"
  ${EndIf}
  Delete "$INSTDIR\${UNINSTALLER}"
  RMDir "$INSTDIR" ; only when nothing of somebody else's is in it
  ${If} ${FileExists} "$INSTDIR\*.*"
    StrCpy $Kept "$Kept${GAP}$(UnKeptFolder)"
  ${EndIf}
  SetErrorLevel 0
SectionEnd
