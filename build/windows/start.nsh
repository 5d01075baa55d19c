; What is looked at before anything is changed: language, Windows, what is installed, the folder.

!macro Refuse CODE TEXT ; the installer ends here; said on the screen unless it is silent
  SetErrorLevel ${CODE}
  MessageBox MB_OK|MB_ICONSTOP `${TEXT}` /SD IDOK
  Quit
!macroend

!macro BOTH_START UN

Function ${UN}ChooseLanguage ; by /LANGUAGE, else as the last time, else that of Windows
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/LANGUAGE=" $1
  ${If} ${Errors}
    ReadRegStr $1 HKCU "${OWN_KEY}" "InstallerLanguage"
  ${EndIf}
  ${If} $1 == "es"
    StrCpy $LANGUAGE ${LANG_SPANISH}
  ${ElseIf} $1 == "en"
    StrCpy $LANGUAGE ${LANG_ENGLISH}
  ${EndIf}
FunctionEnd

Function ${UN}OneAtATime
  System::Call 'kernel32::CreateMutexW(p 0, i 0, w "Local\${IDENTIFIER}.Setup") p .r0 ?e'
  Pop $1
  ${If} $1 = 183 ; ERROR_ALREADY_EXISTS
    !insertmacro Pick $0 Running
    !insertmacro Refuse 9 $0
  ${EndIf}
FunctionEnd

; A folder can have two names (short names, mapped drives): what is installed is known by the one in the registry, and a
; program is not taken for one in another place. Both folders must be there.
Function ${UN}KnowPlace
  ReadRegStr $1 HKCU "${UNINSTALL_KEY}" "InstallLocation"
  ${If} $1 != ""
  ${AndIf} $1 != $INSTDIR
    FileOpen $2 "$INSTDIR\${NEW}.trial" w
    FileClose $2
    ${If} ${FileExists} "$1\${NEW}.trial"
      Delete "$INSTDIR\${NEW}.trial"
      StrCpy $INSTDIR $1
    ${EndIf}
    Delete "$INSTDIR\${NEW}.trial"
  ${EndIf}
FunctionEnd

!macroend
!insertmacro BOTH_START ""
!insertmacro BOTH_START "un."

Function .onInit
  Call ChooseLanguage
  Call OneAtATime
  Call CheckSystem
  Call FindBefore
  Call CheckNewer
  ${If} $Before == ""
    !insertmacro Pick $WelcomeTitle NewTitle
    !insertmacro Pick $WelcomeText NewText
  ${Else}
    !insertmacro Pick $WelcomeTitle UpdateTitle
    !insertmacro Pick $WelcomeText UpdateText
  ${EndIf}
FunctionEnd

Function CheckSystem
  StrCpy $0 "no"
  ${If} ${IsNativeAMD64}
  ${AndIf} ${AtLeastBuild} ${OLDEST_BUILD}
    StrCpy $0 "yes"
  ${ElseIf} ${IsNativeARM64}
  ${AndIf} ${AtLeastBuild} ${OLDEST_ARM_BUILD}
    StrCpy $0 "yes"
  ${EndIf}
  ${If} $0 == "no"
  ${OrIfNot} ${AtLeastWin10}
    !insertmacro Pick $0 TooOld
    !insertmacro Refuse 3 $0
  ${EndIf}
FunctionEnd

Function FindBefore ; where it is installed; there it is replaced, unless /D names another folder
  ReadRegStr $Before HKCU "${UNINSTALL_KEY}" "InstallLocation"
  ReadRegStr $BeforeVersion HKCU "${UNINSTALL_KEY}" "DisplayVersion"
  ${If} $Before != ""
  ${AndIfNot} ${FileExists} "$Before\${PROGRAM}"
  ${AndIfNot} ${FileExists} "$Before\_internal\*.*" ; a scanner may have taken the program alone
  ${AndIfNot} ${FileExists} "$Before\${OLD}\${PROGRAM}"
    StrCpy $Before "" ; somebody deleted the folder
  ${EndIf}
  System::Call 'kernel32::GetCommandLineW() w .r0' ; NSIS takes /D out of its own copy
  ClearErrors
  ${GetOptions} $0 "/D=" $1
  ${If} ${Errors}
    ${If} $Before != ""
      StrCpy $INSTDIR $Before
    ${EndIf}
    Return
  ${EndIf}
  StrCpy $2 $1 1 -1
  ${If} $2 == "\"
    StrCpy $1 $1 -1
  ${EndIf}
  ${If} $1 != $INSTDIR ; NSIS takes the usual folder in the place of one that cannot be
    StrCpy $INSTDIR $1
    !insertmacro Pick $0 NotWritable
    !insertmacro Refuse 5 $0
  ${EndIf}
FunctionEnd

; A newer version is asked about, and replaced silently only when /DOWNGRADE says so: a desk file that it has opened
; may be of a form that the older one does not know, and refuses.
Function CheckNewer
  ReadRegStr $0 HKCU "${OWN_KEY}" "Version"
  ${If} $Before == ""
  ${OrIf} $0 == ""
    Return
  ${EndIf}
  ${VersionCompare} $0 "${QUAD}" $1
  ${If} $1 <> 1
    Return
  ${EndIf}
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/DOWNGRADE" $1
  ${IfNot} ${Errors}
    Return
  ${EndIf}
  SetErrorLevel 7
  !insertmacro Pick $0 Newer
  MessageBox MB_YESNO|MB_ICONEXCLAMATION|MB_DEFBUTTON2 $0 /SD IDNO IDYES older
    Quit
  older:
  SetErrorLevel -1
FunctionEnd

Function ShowWelcome ; an update begins with its button
  ${If} $Before != ""
    SendMessage $mui.Button.Next ${WM_SETTEXT} 0 "STR:$(UpdateNow)"
  ${EndIf}
FunctionEnd

Function SkipPlace ; an update stays where it is
  ${If} $Before != ""
    Abort
  ${EndIf}
FunctionEnd

Function LeavePlace
  Call JudgePlace
  ${If} $0 <> 0
    MessageBox MB_OK|MB_ICONEXCLAMATION $1
    Abort
  ${EndIf}
FunctionEnd

Function JudgePlace ; $0: the exit code for what is wrong with $INSTDIR, 0 when nothing is; $1 says it
  ${If} ${FileExists} "$INSTDIR\_internal\*.*"
  ${AndIfNot} ${FileExists} "$INSTDIR\${PROGRAM}"
  ${AndIf} $Before != $INSTDIR
    StrCpy $0 5
    StrCpy $1 "$(OtherProgram)"
    Return
  ${EndIf}
  StrCpy $2 "there"
  ${IfNot} ${FileExists} "$INSTDIR\*.*"
    StrCpy $2 "made"
    CreateDirectory "$INSTDIR"
  ${EndIf}
  ClearErrors
  FileOpen $3 "$INSTDIR\${NEW}.trial" w
  ${If} ${Errors}
    StrCpy $0 5
    StrCpy $1 "$(NotWritable)"
  ${Else}
    FileClose $3
    Delete "$INSTDIR\${NEW}.trial"
    StrCpy $0 0
    System::Call 'kernel32::GetDiskFreeSpaceExW(w "$INSTDIR", *l .r4, p 0, p 0) i .r5'
    System::Int64Op $4 / 1024
    Pop $4
    System::Int64Op $4 < ${NEEDED_KB}
    Pop $4
    ${If} $5 <> 0
    ${AndIf} $4 <> 0
      StrCpy $0 6
      StrCpy $1 "$(NoRoom)"
    ${EndIf}
  ${EndIf}
  ${If} $2 == "made"
    RMDir "$INSTDIR"
  ${EndIf}
FunctionEnd

; The uninstaller

Function un.onInit
  Call un.ChooseLanguage
  Call un.OneAtATime
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/REMOVEDATA" $1
  ${IfNot} ${Errors}
    StrCpy $RemoveData 1
  ${EndIf}
FunctionEnd

Function un.ShowConfirm
  !insertmacro MUI_HEADER_TEXT "$(UnTitle)" "$(UnSubtitle)"
  nsDialogs::Create 1018
  Pop $0
  ${NSD_CreateLabel} 0 0 100% 42u "$(UnText)"
  Pop $0
  ${NSD_CreateCheckbox} 0 50u 100% 12u "$(UnTick)"
  Pop $Tick
  ${If} $RemoveData == 1
    ${NSD_Check} $Tick
  ${EndIf}
  ${NSD_CreateLabel} 12u 64u -12u 42u "$(UnTickText)"
  Pop $0
  nsDialogs::Show
FunctionEnd

Function un.LeaveConfirm
  ${NSD_GetState} $Tick $RemoveData
FunctionEnd
